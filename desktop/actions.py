"""Every action of the window in one table: its name, title, key and place in the menus."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRow:
    """`name` is the method of `Commands` that does it; `menu` is where it stands."""

    name: str
    title: str
    key: str = ""
    menu: str = ""
    needs_article: bool = False


ACTIONS = (
    ActionRow("add_articles", "Add articles…", "Ctrl+O", "File"),
    ActionRow("paste_article", "Add from clipboard", "Ctrl+Shift+V", "File"),
    ActionRow("add_address", "Add from a web address…", "Ctrl+L", "File"),
    ActionRow("open_dossier", "Open dossier…", "Ctrl+Shift+O", "File"),
    ActionRow("save", "Save", "Ctrl+S", "File", needs_article=True),
    ActionRow("save_as", "Save as…", "Ctrl+Shift+S", "File", needs_article=True),
    ActionRow("save_all", "Save all", "Ctrl+Alt+S", "File"),
    ActionRow("earlier_versions", "Earlier versions…", "", "File"),
    ActionRow("export_brief", "Export the brief…", "Ctrl+E", "File", needs_article=True),
    ActionRow("close_article", "Close article", "Ctrl+W", "File", needs_article=True),
    ActionRow("close", "Quit", "Ctrl+Q", "File"),
    ActionRow("undo", "Undo", "Ctrl+Z", "Edit"),
    ActionRow("redo", "Redo", "Ctrl+Shift+Z", "Edit"),
    ActionRow("edit_source", "Source record…", "Ctrl+I", "Edit", needs_article=True),
    ActionRow("show_resting", "What rests on this source…", "", "Edit", needs_article=True),
    ActionRow("edit_words", "Words of the brief…", "Ctrl+B", "Edit", needs_article=True),
    ActionRow("find", "Find…", "Ctrl+F", "Edit", needs_article=True),
    ActionRow("find_next", "Find the next", "F3", "Edit", needs_article=True),
    ActionRow("find_previous", "Find the one before", "Shift+F3", "Edit", needs_article=True),
    ActionRow("label_all", "Label all occurrences…", "Ctrl+Shift+F", "Annotate", needs_article=True),
    ActionRow("annotate_again", "Label with the last label", "Ctrl+M", "Annotate", needs_article=True),
    ActionRow("link_again", "Link as the last time", "Ctrl+R", "Annotate", needs_article=True),
    ActionRow("add_label", "New label…", "Ctrl+Shift+L", "Annotate", needs_article=True),
    ActionRow("edit_codebook", "Codebook…", "Ctrl+Shift+B", "Annotate", needs_article=True),
    ActionRow("open_tables", "Lists in a wide window", "F8", "View", needs_article=True),
    ActionRow("open_pivot", "Who pledged to whom", "Shift+F8", "View", needs_article=True),
    ActionRow("strike_out", "Strike out, or bring back", "Ctrl+Shift+X", "Edit", needs_article=True),
    ActionRow("search_dossier", "Search the dossier", "Ctrl+Alt+F", "Edit"),
    ActionRow("edit_keys", "Keys…", "", "Edit"),
    ActionRow("set_author", "Your name…", "", "Edit"),
    ActionRow("show_palette", "Commands…", "Ctrl+K", "View"),
    ActionRow("toggle_brief", "Brief beside the article", "F6", "View"),
    ActionRow("toggle_beside", "Keep this article beside", "F7", "View", needs_article=True),
    ActionRow("compare_versions", "Compare with another version…", "", "View", needs_article=True),
    ActionRow("next_article", "Next article", "Ctrl+PgDown", "View", needs_article=True),
    ActionRow("previous_article", "Previous article", "Ctrl+PgUp", "View", needs_article=True),
    ActionRow("focus_article", "Go to the text", "F2", "View", needs_article=True),
    ActionRow("focus_form", "Go to the form", "F4", "View", needs_article=True),
    ActionRow("show_history", "History", "Ctrl+H", "View"),
    ActionRow("zoom_in", "Larger", "Ctrl++", "Reading"),
    ActionRow("zoom_out", "Smaller", "Ctrl+-", "Reading"),
    ActionRow("zoom_reset", "The size it came with", "Ctrl+0", "Reading"),
    ActionRow("lines_longer", "Longer lines", "", "Reading"),
    ActionRow("lines_shorter", "Shorter lines", "", "Reading"),
    ActionRow("change_face", "With or without serifs", "", "Reading"),
    ActionRow("toggle_numbers", "Paragraph numbers", "", "Reading"),
    ActionRow("toggle_notes", "Notes beside the text", "", "Reading"),
    ActionRow("toggle_focus", "Focus on one paragraph", "F9", "Reading"),
    ActionRow("toggle_whole_words", "Labels take whole words", "", "Annotate"),
    ActionRow("colour_by_label", "Colours tell labels", "", "Reading"),
    ActionRow("colour_by_speaker", "Colours tell who speaks or pledges", "", "Reading"),
    ActionRow("colour_by_status", "Colours tell what is missing", "", "Reading"),
    ActionRow("appear_light", "Light", "", "View"),
    ActionRow("appear_dark", "Dark", "", "View"),
    ActionRow("appear_as_system", "Light or dark as the system", "", "View"),
    ActionRow("report_problem", "Report a problem…", "", "Help"),
    ActionRow("about", "About Pressmark", "", "Help"),
)
"""In the order of the menus."""
