#!/usr/bin/env python3
"""Looks at the documentation of a crate with a coalition in headless Chromium, on a phone and a desktop: the card of every
component is visible, also below a description with markup that is left open. `.ci/pages` runs it.

    rustdoc.py DOCUMENTATION SCREENSHOTS
"""
import pathlib
import sys

from browser import Browser

WIDTHS = {"phone": 375, "desktop": 1280}

# Returns the faults of a page. A wide card scrolls inside its own frame.
FAULTS = r"""
const faults = [];
const [card] = [...document.querySelectorAll("main table")].filter(table => table.offsetHeight > 0);
if (!card) faults.push("no card is visible");
else if (!card.closest("main").checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push("hidden");
if (card && !/fingerprint|stable id|COALITION_ROOT/.test(card.textContent)) faults.push("the card has no identity");
if (card && [...card.querySelectorAll("td")].some(cell => !cell.textContent.trim())) {
  faults.push("the description continues the card");
}
if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
return faults;
"""


def main(documentation, screenshots):
    documentation, screenshots = pathlib.Path(documentation).resolve(), pathlib.Path(screenshots)
    pages = sorted(page for page in documentation.glob("constant.*.html")
                   if not page.name.endswith(("_ROOT.html", "_HANDSHAKE.html")))
    assert len(pages) > 5, f"{documentation} is not the documentation of a coalition"
    browser = Browser()
    faults = []
    try:
        for page in pages:
            for name, width in WIDTHS.items():
                browser.open(page.as_uri(), width, "light")
                faults += [f"{page.name}, {name}: {fault}" for fault in browser.run(FAULTS)]
                browser.screenshot(screenshots / f"rustdoc-{page.name.split('.')[1]}-{name}.png")
    finally:
        browser.close()
    for fault in faults:
        print(fault)
    print(f"{len(pages) * len(WIDTHS)} looks at the documentation of {len(pages)} consts: {len(faults)} faults")
    sys.exit(bool(faults))


main(*sys.argv[1:])
