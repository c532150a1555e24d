-- Crée le compte de moindre privilège sous lequel l'application se connecte à SQL Server.
-- À jouer par l'administrateur de la base, avec sqlcmd, sur la base de l'application :
--   sqlcmd -d CdgMarches -v MotDePasse="…" -i compte-application.sql
-- Le compte lit et écrit les données ; il ne modifie pas le schéma : les migrations restent à l'administrateur
-- (Database/Scripts/sqlserver.sql). Le journal, lui, s'ajoute et ne se modifie ni ne se supprime.
IF SUSER_ID(N'cdgmarches_app') IS NULL
BEGIN
    EXEC (N'CREATE LOGIN [cdgmarches_app] WITH PASSWORD = N''$(MotDePasse)'', CHECK_POLICY = ON');
END;
GO

IF DATABASE_PRINCIPAL_ID(N'cdgmarches_app') IS NULL
BEGIN
    CREATE USER [cdgmarches_app] FOR LOGIN [cdgmarches_app];
END;
GO

GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[dbo] TO [cdgmarches_app];
GO

DENY UPDATE, DELETE ON OBJECT::[dbo].[Journal] TO [cdgmarches_app];
GO

DENY INSERT, UPDATE, DELETE ON OBJECT::[dbo].[__EFMigrationsHistory] TO [cdgmarches_app];
GO
