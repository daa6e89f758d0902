# Unpacks packages of a Debian release, and the libraries that they need, into a folder that is not there yet:
#   sh -eu unpack.sh FOLDER RELEASE PACKAGE...
# Nothing that is installed here is touched, nor what apt knows of this machine: it works on a state of its own.
folder=$1 release=$2
shift 2
state=$(dirname "$folder")/apt
mkdir -p "$state/lists/partial" "$state/cache/archives/partial"

mirror() {
  apt-get indextargets --format '$(LABEL) $(CREATED_BY) $(REPO_URI)' | sed -n 's/^Debian Packages //p' | head -n 1
}
found=$(mirror)
if [ -z "$found" ]; then
  apt-get -qq update
  found=$(mirror)
fi
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $found $release main" >"$state/sources.list"

apt() {
  apt-get -qq -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$state/lists" -o Dir::State::status=/dev/null -o Dir::Cache="$state/cache" \
    -o APT::Sandbox::User=root -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false "$@"
}
# A mirror drops what old lists name.
[ -n "$(find "$state/lists" -name '*Packages*' -mmin -60)" ] || apt update

new=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$new"' EXIT
# Of all that would be installed on an empty machine, libraries alone are of use; Perl's serve only to install.
libraries=$(apt -s install --no-install-recommends "$@" |
  sed -n 's/^Inst \([^ ]*\) .*/\1/p' | grep -E '^(lib|zlib1g|openssl-provider)' | grep -v '^libperl')
mkdir "$new/debs" "$new/root"
(cd "$new/debs" && apt download $libraries "$@")
for deb in "$new"/debs/*.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$new/root" --exclude='./usr/share' --exclude='./usr/lib/ssl'
done
# A merged /usr, as the package base-files makes it.
for link in bin lib lib64 sbin; do
  if [ -e "$new/root/usr/$link" ] && [ ! -e "$new/root/$link" ]; then
    ln -s "usr/$link" "$new/root/$link"
  fi
done
# Links stay within, wherever the folder is.
find "$new/root" -type l -lname '/*' | while read -r link; do
  ln -srfn "$new/root$(readlink "$link")" "$link"
done
mv "$new/root" "$folder"
