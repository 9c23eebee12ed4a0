#!/usr/bin/env python3
"""Looks at a handshake page in headless Chromium: on a phone, a tablet and a desktop, in light and dark, with and
without scripts. `.ci/pages` runs it. The second folder takes the screenshots.

    handshake.py HANDSHAKE_FOLDER SCREENSHOTS
"""
import json
import pathlib
import re
import sys

from browser import CONTRAST, Browser

WIDTHS = {"phone": 375, "tablet": 768, "desktop": 1280}

# Returns the faults of the page at any width.
FAULTS = r"""
const faults = [];
const wide = [...document.querySelectorAll("*")].filter(element => element.scrollWidth > element.clientWidth + 1
  && element.clientWidth > 0 && getComputedStyle(element).display !== "inline");
for (const element of wide) faults.push(`${element.tagName} scrolls sideways: ${element.textContent.slice(0, 80)}`);
for (const element of document.querySelectorAll("main *")) {
  const { left, right } = element.getBoundingClientRect();
  if (left < 0 || right > innerWidth) faults.push(`${element.tagName} leaves the screen: ${element.textContent.slice(0, 80)}`);
}
const lines = element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
};
const most = innerWidth >= 1280 ? 1 : 2;
let ids = 0;
for (const code of document.querySelectorAll("dd code, td code")) {
  if (!/^0x[0-9a-f]{64}$/.test(code.textContent)) continue;
  ids += 1;
  if (lines(code) > most) faults.push(`an id has ${lines(code)} lines: ${code.parentElement.parentElement.textContent}`);
}
if (ids < 15) faults.push(`only ${ids} ids`);
if (document.querySelectorAll(".card").length !== 3) faults.push("not a card for each citizen");
const cards = [...document.querySelectorAll(".card")].map(card => card.getBoundingClientRect());
if (innerWidth < 768 && new Set(cards.map(card => card.left)).size !== 1) faults.push("cards stand side by side");
for (const link of document.querySelectorAll("nav a")) {
  const section = document.querySelector(link.getAttribute("href"));
  if (section?.textContent !== link.textContent) faults.push(`${link.textContent} leads nowhere`);
}
const named = [...document.querySelectorAll("[id]")].map(element => element.id);
if (new Set(named).size !== named.length) faults.push("an id is there twice");
for (const heading of document.querySelectorAll("h2, h3")) if (!heading.id) faults.push(`${heading.textContent} has no id`);
if (performance.getEntriesByType("resource").length) faults.push("it loads something");
if (window.ran) faults.push("a description ran");
for (const label of ["COALITION_ROOT", "change channel", "initial peers", "frozen on"]) {
  const found = [...document.querySelector("dl").querySelectorAll("dt")].some(term => term.textContent === label);
  if (!found) faults.push(`the first table has no ${label}`);
}
return faults;
"""

def main(folder, screenshots):
    folder = pathlib.Path(folder).resolve()
    page = (folder / "handshake.html").as_uri()
    document = json.loads((folder / "handshake.json").read_text())
    markdown = (folder / "handshake.md").read_text()
    block = re.search(r"^(`{3,})rust\n(.*)\1\n\Z", markdown, re.S | re.M).group(2)
    faults = []
    browser = Browser()
    try:
        for name, width in WIDTHS.items():
            for scheme in ["light", "dark"]:
                browser.open(page, width, scheme)
                found = browser.run(FAULTS) + browser.run(CONTRAST)
                faults += [f"{name}, {scheme}: {fault}" for fault in found]
                browser.screenshot(pathlib.Path(screenshots) / f"handshake-{name}-{scheme}.png")
        text = browser.run("""
            const copy = document.querySelector("main").cloneNode(true);
            for (const code of copy.querySelectorAll("pre")) code.remove();
            document.body.append(copy);
            const text = copy.innerText;
            copy.remove();
            return text;
        """)
        # The texts of the sample that hold a tag are a role and a parameter, which are shown as they are.
        shown = text.replace("oracle <b>of</b> prices", "").replace('"bundle-v1 | <b>`"', "")
        faults += [f"a tag is shown: {tag}" for tag in re.findall(r"<[/!?a-zA-Z][^\n]{0,20}|&[a-z#0-9]+;", shown)]
        faults += [f"{key} is not shown" for key in ["coalition_root", "handshake_digest"] if document[key] not in text]

        browser.devtools("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        button = browser.run("const button = document.querySelector('.block button'); button.scrollIntoView(); return button")
        browser.call(f"/element/{next(iter(button.values()))}/click", {})
        copied = browser.call("/execute/async", {"script": """
            const done = arguments[0];
            setTimeout(() => navigator.clipboard.readText().then(done, error => done(String(error))), 100);
        """, "args": []})
        if copied != block:
            faults.append(f"the button copies something else: {copied[:200]}")
        if browser.run("return document.querySelector('.block button').textContent") != "Copied":
            faults.append("the button does not say that it copied")
        faults += [f"the browser says: {entry['message']}" for entry in browser.call("/se/log", {"type": "browser"})]

        browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
        browser.open(page, 375, "light")
        tree = browser.devtools("Accessibility.getFullAXTree")["nodes"]
        if any(node.get("role", {}).get("value") == "button" for node in tree):
            faults.append("without scripts there is a button that does nothing")
        root = browser.devtools("DOM.getDocument")["root"]["nodeId"]
        code = browser.devtools("DOM.querySelector", nodeId=root, selector=".block code")["nodeId"]
        browser.devtools("DOM.enable")
        browser.devtools("CSS.enable")
        style = {entry["name"]: entry["value"] for entry in
                 browser.devtools("CSS.getComputedStyleForNode", nodeId=code)["computedStyle"]}
        if style["user-select"] != "all":
            faults.append("without scripts a click does not select the block")
    finally:
        browser.close()
    for fault in faults:
        print(fault)
    print(f"{len(WIDTHS) * 2} looks at {page}: {len(faults)} faults")
    sys.exit(bool(faults))


main(*sys.argv[1:])
