from desktop.settings import Settings


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
    del first
    again = Settings(file)
    assert (again.author, again.appearance, again.brief_shown) == ("Ana Voss", "dark", True)


def test_without_a_name_the_login_name_is_taken(tmp_path):
    assert Settings(tmp_path / "settings.ini").author
