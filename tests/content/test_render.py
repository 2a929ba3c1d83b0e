"""What the renderer may output, and what a reader sees."""

from backend.content.render import has_raw_html, sanitise, to_html, to_plain_text


def test_markdown_becomes_html() -> None:
    assert to_html("**Ask** early.\n\n> “May I?”\n") == (
        "<p><strong>Ask</strong> early.</p>\n<blockquote>\n<p>“May I?”</p>\n</blockquote>\n"
    )


def test_a_script_in_the_source_does_not_become_a_tag() -> None:
    html = to_html("Before.\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>")
    assert "<script" not in html
    assert "<img" not in html
    assert "Before." in html


def test_a_script_that_got_past_the_markdown_is_removed() -> None:
    assert sanitise('<p onclick="x()">a<script>alert(1)</script><style>p{}</style></p>') == "<p>a</p>"


def test_an_https_link_stays_and_a_javascript_link_does_not() -> None:
    assert 'href="https://example.org/"' in to_html("[a](https://example.org/)")
    assert "href" not in to_html("[a](javascript:alert(1))")
    assert "href" not in sanitise('<a href="javascript:alert(1)">a</a>')
    assert "href" not in sanitise('<a href="http://example.org/">a</a>')


def test_a_picture_from_elsewhere_is_never_requested() -> None:
    assert "<img" not in to_html("![a](https://example.org/a.png)")


def test_raw_html_is_seen_in_a_line_and_in_a_block() -> None:
    assert has_raw_html("a <b>c</b>")
    assert has_raw_html("<div>\n\na\n\n</div>")
    assert has_raw_html("<!-- a -->")
    assert not has_raw_html("a < b, and **c** > d")


def test_each_list_item_is_read_as_a_sentence_of_its_own() -> None:
    assert to_plain_text("Bring:\n\n- a *list*\n- your\n  papers\n\n> “Done?”") == (
        "Bring:\na list.\nyour papers.\n“Done?”"
    )
