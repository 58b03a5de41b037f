#!/bin/sh
# Puts Pressmark into the home of who runs this, without root; `pressmark-uninstall` takes it away again.
# Nothing that the app keeps (dossiers, settings, unsaved work) is touched by either.
set -eu
data="${XDG_DATA_HOME:-$HOME/.local/share}"
bin="$HOME/.local/bin"
app="$data/pressmark-app"
id=org.pressmark.Pressmark

rm -rf "$app"
mkdir -p "$app" "$bin" "$data/applications" "$data/metainfo" "$data/mime/packages"
cp -a usr/lib/pressmark/. "$app/"
cp -a usr/share/doc/pressmark "$app/doc"
cp -a usr/share/icons "$data/"
cp usr/share/metainfo/$id.metainfo.xml "$data/metainfo/"
cp usr/share/mime/packages/$id.xml "$data/mime/packages/"
sed "s|^Exec=pressmark|Exec=\"$app/pressmark\"|" usr/share/applications/$id.desktop > "$data/applications/$id.desktop"
ln -sf "$app/pressmark" "$bin/pressmark"

cat > "$bin/pressmark-uninstall" <<END
#!/bin/sh
rm -rf "$app"
rm -f "$data/applications/$id.desktop" "$data/metainfo/$id.metainfo.xml" "$data/mime/packages/$id.xml"
rm -f "$data"/icons/hicolor/*/apps/$id.* "$data"/icons/hicolor/*/mimetypes/application-vnd.pressmark.article+xml.*
update-mime-database "$data/mime" 2>/dev/null
update-desktop-database "$data/applications" 2>/dev/null
rm -f "$bin/pressmark" "$bin/pressmark-uninstall"
echo "Pressmark is gone; your dossiers and settings are where they were."
END
chmod +x "$bin/pressmark-uninstall"
update-mime-database "$data/mime" 2>/dev/null || true
update-desktop-database "$data/applications" 2>/dev/null || true
echo "Pressmark is installed: find it among your applications, or start $bin/pressmark"
