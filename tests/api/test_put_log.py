"""PUT /logs/{log}"""

from flask.testing import FlaskClient

from tests.api.people import Person, json_of, newcomer, refused


def test_a_new_log_is_empty_and_has_an_incarnation(client: FlaskClient) -> None:
    ana = newcomer(client)
    response = ana.make_log()
    assert response.status_code == 201
    answer = json_of(response)
    assert answer["log"] == ana.phone.log.hex()
    assert answer["head"] == {"seq": 0, "hash": "00" * 32}
    assert len(bytes.fromhex(answer["incarnation"])) == 16


def test_asking_again_shows_the_same_log(ana: Person) -> None:
    ana.write(b"one")
    incarnation = ana.incarnation
    again = ana.make_log()
    assert again.status_code == 200
    assert json_of(again)["incarnation"] == incarnation
    assert json_of(again)["head"]["seq"] == 1


def test_two_logs_have_different_incarnations(ana: Person, mallory: Person) -> None:
    assert ana.incarnation != mallory.incarnation


def test_another_owner_token_finds_nothing(ana: Person, mallory: Person) -> None:
    refused(ana.send("PUT", ana.log_url, mallory.owner_token), 404, "not_found")
    refused(ana.send("PUT", ana.log_url, ana.phone.token), 404, "not_found")


def test_without_a_token_no_log_is_made(client: FlaskClient) -> None:
    ana = newcomer(client)
    refused(ana.send("PUT", ana.log_url, None), 401, "token_required")
    assert ana.make_log().status_code == 201


def test_an_id_of_the_wrong_form_is_no_address(client: FlaskClient) -> None:
    for text in ("short", "AB" * 16, "ab" * 17, "zz" * 16):
        answer = client.put(f"/api/v1/logs/{text}", headers={"Authorization": f"Bearer {'00' * 32}"})
        refused(answer, 404, "not_found")
