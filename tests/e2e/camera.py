"""A picture in front of a phone's camera: what one phone shows becomes the video that another one sees."""

from __future__ import annotations

import base64
from pathlib import Path

from playwright.sync_api import Browser, Locator

WIDTH, HEIGHT = 640, 480
GREY_OF_PICTURE = """async ({ png, width, height }) => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const pen = new OffscreenCanvas(width, height).getContext("2d");
    pen.fillStyle = "white";
    pen.fillRect(0, 0, width, height);
    const side = height * 0.9;
    pen.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side);
    const { data } = pen.getImageData(0, 0, width, height);
    let grey = "";
    for (let at = 0; at < data.length; at += 4) grey += String.fromCharCode(data[at]);
    return btoa(grey);
}"""


def film(browser: Browser, shown: Locator, folder: Path) -> tuple[str, ...]:
    """Takes a picture of what is shown. Returns the options with which Chromium sees it through its camera."""
    page = browser.new_page()
    png = base64.b64encode(shown.screenshot()).decode()
    grey = base64.b64decode(page.evaluate(GREY_OF_PICTURE, {"png": png, "width": WIDTH, "height": HEIGHT}))
    page.close()
    colourless = bytes([128]) * (WIDTH * HEIGHT // 2)
    head = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F30:1 Ip A1:1 C420jpeg\n".encode()
    path = folder / "camera.y4m"
    path.write_bytes(head + (b"FRAME\n" + grey + colourless) * 2)
    return (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={path}",
    )
