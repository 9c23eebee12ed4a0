#!/usr/bin/env python3
"""Looks at every page of the built guide in headless Chromium: on a phone and a desktop, in light and dark. `.ci/pages`
runs it. The second folder takes the screenshots.

    guide.py BOOK SCREENSHOTS
"""
import functools
import http.server
import pathlib
import sys
import threading

from browser import CONTRAST, Browser

WIDTHS = {"phone": 375, "desktop": 1280}

# Returns the faults of a page at any width. Only a code block may scroll sideways.
FAULTS = r"""
const faults = [];
const describe = element => `${element.tagName} of ${Math.round(element.getBoundingClientRect().width)} px: `
  + (element.alt ?? element.textContent.trim().replaceAll(/\s+/g, " ").slice(0, 80));
const root = document.documentElement;
if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} px wide`);
for (const element of document.querySelectorAll("main, main *")) {
  if (element.closest("pre")) continue;
  const { left, right, width } = element.getBoundingClientRect();
  const isBlock = getComputedStyle(element).display !== "inline";
  if (isBlock && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
    faults.push(`scrolls sideways: ${describe(element)}`);
  } else if (width > 0 && (left < 0 || right > innerWidth)) {
    faults.push(`leaves the screen: ${describe(element)}`);
  }
}
for (const cell of document.querySelectorAll("main td, main th")) {
  const range = document.createRange();
  range.selectNodeContents(cell);
  if (range.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1) {
    faults.push(`text leaves its cell: ${describe(cell)}`);
  }
}
const headings = document.querySelectorAll("main h1");
if (headings.length !== 1 || !headings[0].textContent.trim()) faults.push(`${headings.length} main headings`);
for (const image of document.querySelectorAll("main img")) {
  if (!image.complete || image.naturalWidth === 0) faults.push(`does not load: ${describe(image)}`);
  if (!image.alt) faults.push(`has no description: ${image.src}`);
}
return faults;
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def main(book, screenshots):
    book, screenshots = pathlib.Path(book), pathlib.Path(screenshots)
    pages = sorted(page.name for page in book.glob("*.html") if page.name not in ("404.html", "toc.html", "index.html"))
    assert len(pages) >= 10, f"{book} is not the guide"
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=book))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = Browser()
    faults = []
    try:
        for page in pages:
            for name, width in WIDTHS.items():
                for scheme in ["light", "dark"]:
                    browser.open(f"http://127.0.0.1:{server.server_port}/{page}", width, scheme)
                    found = browser.run(FAULTS) + browser.run(CONTRAST)
                    found += [entry["message"] for entry in browser.call("/se/log", {"type": "browser"})]
                    faults += [f"{page}, {name}, {scheme}: {fault}" for fault in found]
                    browser.screenshot(screenshots / f"guide-{page.removesuffix('.html')}-{name}-{scheme}.png")
    finally:
        browser.close()
        server.shutdown()
    for fault in faults:
        print(fault)
    print(f"{len(pages) * len(WIDTHS) * 2} looks at {len(pages)} pages of the guide: {len(faults)} faults")
    sys.exit(bool(faults))


main(*sys.argv[1:])
