#!/usr/bin/env bash
# Rebuilds, before the first release, the one initial migration of both providers and the DBA's idempotent script.
# After a release: add a migration to both sets instead (Database/README.md).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
rm -rf Database/Sqlite/Migrations Database/SqlServer/Migrations
dotnet build Database -v q -nologo
for moteur in Sqlite SqlServer; do
  dotnet ef migrations add Initiale --no-build --project Database --startup-project Database \
    --context "${moteur}MarchesDbContext" --output-dir "$moteur/Migrations"
  # A fixed date: rebuilding the same model gives the same files.
  for fichier in Database/$moteur/Migrations/*_Initiale*.cs; do
    nom=${fichier##*/}
    sed -i "s/${nom%%_*}_Initiale/20261122000000_Initiale/" "$fichier"
    mv "$fichier" "${fichier%/*}/20261122000000_${nom#*_}"
  done
done
dotnet build Database -v q -nologo
"$(dirname "$0")"/regenerer-script.sh
