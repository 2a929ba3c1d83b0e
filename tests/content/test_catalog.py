"""The bundle as bytes: equal content, equal version."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from backend.content.catalog import load_catalog
from backend.content.files import ContentError

CARD = "en/choose/C2-ask-your-own-doctor-who-to-see.md"


def test_the_version_is_a_hash_of_the_bundle_without_it(content: Path) -> None:
    bundle = json.loads(load_catalog(content).bundle_by_language["en"].body)
    version = bundle.pop("version")
    canonical = json.dumps(bundle, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert version == hashlib.sha256(canonical).hexdigest()[:16]


def test_equal_content_gives_equal_bytes_and_a_changed_word_another_version(content: Path) -> None:
    first = load_catalog(content).bundle_by_language["en"]
    assert load_catalog(content).bundle_by_language["en"] == first
    card = content / CARD
    card.write_text(card.read_text(encoding="utf-8").replace("Friends and family", "Family and friends"), "utf-8")
    assert load_catalog(content).bundle_by_language["en"].version != first.version


def test_the_gzipped_body_is_the_body(content: Path) -> None:
    packed = load_catalog(content).bundle_by_language["en"]
    assert gzip.decompress(packed.gzipped) == packed.body


def test_an_unfit_file_stops_the_catalog_with_its_name(content: Path) -> None:
    (content / CARD).write_text("---\ntitle: Only a title\n---\n", encoding="utf-8")
    with pytest.raises(ContentError, match="C2-ask-your-own-doctor"):
        load_catalog(content)


def test_an_unknown_source_stops_the_catalog(content: Path) -> None:
    card = content / CARD
    card.write_text(card.read_text(encoding="utf-8").replace("[guide,", "[guide, nobody,"), encoding="utf-8")
    with pytest.raises(ContentError, match="unknown source: nobody"):
        load_catalog(content)


def test_a_folder_without_a_language_is_no_catalog(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no language"):
        load_catalog(tmp_path)


def test_a_source_read_on_somebody_elses_page_says_so_and_one_read_at_its_own_says_no(content: Path) -> None:
    path = content / "sources.yaml"
    before, shmueli = path.read_text(encoding="utf-8").split("shmueli-2017:\n")
    path.write_text(f"{before}shmueli-2017:\n  second_hand: true\n{shmueli}", encoding="utf-8")
    bundle = json.loads(load_catalog(content).bundle_by_language["en"].body)
    (card,) = [card for card in bundle["cards"] if card["id"] == "C2"]
    assert {source["key"]: source["second_hand"] for source in card["sources"]} == {
        "guide": False,
        "shmueli-2017": True,
    }
