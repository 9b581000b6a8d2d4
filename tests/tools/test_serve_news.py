"""What `make serve` tells open pages: a page that was given out before a build hears of it, however late it asks."""

from __future__ import annotations

from tools.serve.server import News


def test_an_open_page_is_told_what_is_built_and_what_is_wrong() -> None:
    news = News()
    heard = news.open("/a/", news.times)
    news.tell({"pages": ["/a/"]})
    news.tell({"problems": "wrong"})
    assert [heard.get_nowait() for _ in range(3)] == [{"problems": ""}, {"pages": ["/a/"]}, {"problems": "wrong"}]


def test_a_page_that_was_built_again_before_it_asked_loads_again_at_once() -> None:
    for built in ("/a/", "*"):
        news = News()
        given = news.times
        news.tell({"pages": [built]})
        assert news.open("/a/", given).get_nowait()["pages"] == ["/a/"]
        assert "pages" not in news.open("/a/", news.times).get_nowait()


def test_a_page_does_not_load_again_for_another_page() -> None:
    news = News()
    given = news.times
    news.tell({"pages": ["/b/"]})
    assert "pages" not in news.open("/a/", given).get_nowait()
    assert "pages" not in news.open("/b/").get_nowait()
