"""A headless Chromium, driven by chromedriver."""
import base64
import json
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

CHROMIUM = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
]

# Returns text that is too faint for the rule of WCAG 2: a contrast of 4.5 to 1. Buttons with an icon have no text.
CONTRAST = r"""
const luminance = colour => {
  const [r, g, b] = colour.match(/[\d.]+/g).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
};
const background = element => {
  for (; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if (!colour.startsWith("rgba(0, 0, 0, 0")) return colour;
  }
};
const texts = "p, li, dt, dd, th, td, a, code, h1, h2, h3, button";
return [...document.querySelector("main").querySelectorAll(texts)].filter(element => {
  if (!element.textContent.trim() || element.offsetWidth === 0) return false;
  const [a, b] = [getComputedStyle(element).color, background(element)].map(luminance);
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5;
}).map(element => `${element.tagName} is hard to read: ${element.textContent.trim().slice(0, 40)}`);
"""


class Browser:
    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
        port = next(found for line in self.driver.stdout if (found := re.search(r"on port (\d+)\.", line))).group(1)
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"args": [*CHROMIUM, f"--user-data-dir={self.profile.name}"], "binary": "/usr/bin/chromium"}
        always = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        self.base += "/" + self.call("", {"capabilities": {"alwaysMatch": always}})["sessionId"]

    def call(self, path, body, method="POST"):
        data = None if method == "DELETE" else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            sys.exit(f"the browser refuses {path}: {error.read().decode()}")

    def devtools(self, command, **parameters):
        return self.call("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def run(self, script):
        return self.call("/execute/sync", {"script": script, "args": []})

    def open(self, address, width, scheme):
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 768)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.devtools("Emulation.setEmulatedMedia", features=features)
        self.call("/url", {"url": address})

    def screenshot(self, file):
        size = self.run("return [document.documentElement.clientWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}
        data = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
        file.write_bytes(base64.b64decode(data))

    def close(self):
        self.call("", None, "DELETE")
        self.driver.terminate()
        self.driver.wait()
        self.profile.cleanup()
