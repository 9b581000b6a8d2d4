"""The diary as a reader uses it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page

DIARY = "/do/pain-diary/"
KEPT = "localStorage.getItem('running-bones-joints.diary.pain')"
REFUSES = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"


def add(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.locator(f"#diary-{name}").fill(value)
    page.get_by_role("button", name="Add to my diary").click()


def rows(page: Page) -> Locator:
    return page.locator(".diary__list tbody tr")


def keep(page: Page) -> None:
    page.get_by_role("button", name="Save on this device").click()
    page.get_by_role("button", name="Save", exact=True).click()


def bring_in(page: Page, name: str, text: str) -> None:
    payload: FilePayload = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    page.locator("#diary-file").set_input_files(payload)


def downloaded(page: Page, button: str) -> str:
    page.locator(".notes__files summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text(encoding="utf-8")
