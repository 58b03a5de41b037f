from desktop.settings import Settings
from desktop.views.reading import Reading


def test_recent_files_are_newest_first_once_each_and_only_those_that_exist(tmp_path):
    names = [tmp_path / name for name in ("a.pressmark", "b.pressmark")]
    for name in names:
        name.touch()
    settings = Settings(tmp_path / "settings.ini")
    for name in (*names, names[0]):
        settings.add_recent(name)
    assert settings.recent == names
    names[0].unlink()
    assert settings.recent == names[1:]


def test_what_is_set_is_there_in_the_next_session(tmp_path):
    file = tmp_path / "settings.ini"
    first = Settings(file)
    first.author, first.appearance, first.brief_shown = "Ana Voss", "dark", True
    first.reading, first.whole_words, first.keys = Reading(zoom=1.21, face="sans"), True, {"save": "F12"}
    del first
    again = Settings(file)
    assert (again.author, again.appearance, again.brief_shown) == ("Ana Voss", "dark", True)
    assert (again.reading, again.whole_words) == (Reading(zoom=1.21, face="sans"), True)
    assert again.keys == {"save": "F12"}


def test_a_way_of_reading_that_is_not_understood_is_left_as_it_came(tmp_path):
    file = tmp_path / "settings.ini"
    file.write_text('[General]\nreading="{\\"colour\\": 3}"\n', encoding="utf-8")
    assert Settings(file).reading == Reading()


def test_without_a_name_the_login_name_is_taken(tmp_path):
    assert Settings(tmp_path / "settings.ini").author


def test_several_opened_together_stand_in_their_order_before_the_rest(tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    files = [tmp_path / f"{number}.txt" for number in range(4)]
    for file in files:
        file.touch()
    settings.add_recent(files[3])
    settings.add_recent(*files)
    assert settings.recent == files
