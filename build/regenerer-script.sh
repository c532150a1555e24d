#!/usr/bin/env bash
# Writes Database/Scripts/sqlserver.sql: every migration of the SQL Server set, idempotent, for the DBA.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p Database/Scripts
dotnet ef migrations script --idempotent --no-build --project Database --startup-project Database \
  --context SqlServerMarchesDbContext --output Database/Scripts/sqlserver.sql
sed -i '1s/^\xEF\xBB\xBF//' Database/Scripts/sqlserver.sql
