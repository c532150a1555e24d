IF OBJECT_ID(N'[dbo].[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [dbo].[__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [AspNetRoles] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(256) NULL,
        [NormalizedName] nvarchar(256) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetRoles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Baux] (
        [Id] uniqueidentifier NOT NULL,
        [Detenteur] nvarchar(120) NOT NULL,
        [Jusque] datetime2(3) NOT NULL,
        CONSTRAINT [PK_Baux] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Brouillons] (
        [Utilisateur] uniqueidentifier NOT NULL,
        [Cle] nvarchar(200) NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        [ModifieLe] datetime2(3) NOT NULL,
        CONSTRAINT [PK_Brouillons] PRIMARY KEY ([Utilisateur], [Cle])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Compteurs] (
        [Serie] nvarchar(80) NOT NULL,
        [Dernier] int NOT NULL,
        CONSTRAINT [PK_Compteurs] PRIMARY KEY ([Serie])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [EnvoisDeCourriel] (
        [Id] uniqueidentifier NOT NULL,
        [Destinataire] nvarchar(254) NOT NULL,
        [NomDestinataire] nvarchar(200) NOT NULL,
        [Objet] nvarchar(300) NOT NULL,
        [Texte] nvarchar(max) NOT NULL,
        [ObjetType] nvarchar(60) NULL,
        [ObjetId] uniqueidentifier NULL,
        [Etat] nvarchar(40) NOT NULL,
        [DeposeLe] datetime2(3) NOT NULL,
        [ProchainEssai] datetime2(3) NOT NULL,
        [Essais] int NOT NULL,
        [EnvoyeLe] datetime2(3) NULL,
        [MessageId] nvarchar(200) NULL,
        [CodeSmtp] int NULL,
        [Erreur] nvarchar(500) NULL,
        CONSTRAINT [PK_EnvoisDeCourriel] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Journal] (
        [Id] uniqueidentifier NOT NULL,
        [Instant] datetime2(3) NOT NULL,
        [ActeurId] uniqueidentifier NOT NULL,
        [Acteur] nvarchar(200) NOT NULL,
        [Pour] nvarchar(200) NULL,
        [Evenement] nvarchar(80) NOT NULL,
        [Libelle] nvarchar(500) NOT NULL,
        [ObjetType] nvarchar(60) NOT NULL,
        [ObjetId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NULL,
        [Avant] nvarchar(2000) NULL,
        [Apres] nvarchar(2000) NULL,
        [Motif] nvarchar(2000) NULL,
        [Adresse] nvarchar(64) NULL,
        CONSTRAINT [PK_Journal] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [LiensPersonnels] (
        [Id] uniqueidentifier NOT NULL,
        [Empreinte] nvarchar(64) NOT NULL,
        [Usage] nvarchar(60) NOT NULL,
        [CibleType] nvarchar(60) NOT NULL,
        [CibleId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NULL,
        [Destinataire] nvarchar(200) NOT NULL,
        [EstAUsageUnique] bit NOT NULL,
        [CreeLe] datetime2(3) NOT NULL,
        [CreeParId] uniqueidentifier NOT NULL,
        [CreePar] nvarchar(200) NOT NULL,
        [ExpireLe] datetime2(3) NULL,
        [RevoqueLe] datetime2(3) NULL,
        [RevoquePar] nvarchar(200) NULL,
        [UtiliseLe] datetime2(3) NULL,
        [AdresseDUsage] nvarchar(64) NULL,
        CONSTRAINT [PK_LiensPersonnels] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [LimitesDePerimetre] (
        [Utilisateur] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_LimitesDePerimetre] PRIMARY KEY ([Utilisateur], [Groupement])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Notifications] (
        [Id] uniqueidentifier NOT NULL,
        [Destinataire] uniqueidentifier NOT NULL,
        [Texte] nvarchar(500) NOT NULL,
        [Lien] nvarchar(400) NULL,
        [CreeeLe] datetime2(3) NOT NULL,
        [LueLe] datetime2(3) NULL,
        CONSTRAINT [PK_Notifications] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Pieces] (
        [Id] uniqueidentifier NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [Nom] nvarchar(255) NOT NULL,
        [TypeMime] nvarchar(150) NOT NULL,
        [Taille] bigint NOT NULL,
        [DeposeeLe] datetime2(3) NOT NULL,
        [ActeurId] uniqueidentifier NOT NULL,
        [ActeurNom] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_Pieces] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Rattachements] (
        [Id] uniqueidentifier NOT NULL,
        [Utilisateur] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Role] nvarchar(40) NOT NULL,
        [EstAdministrateur] bit NOT NULL,
        [Debut] date NOT NULL,
        [Fin] date NULL,
        CONSTRAINT [PK_Rattachements] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [ReferencesChargees] (
        [Nom] nvarchar(80) NOT NULL,
        [Version] int NOT NULL,
        [ChargeeLe] datetime2(3) NOT NULL,
        CONSTRAINT [PK_ReferencesChargees] PRIMARY KEY ([Nom])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [ReglagesGeneraux] (
        [Cle] nvarchar(80) NOT NULL,
        [Id] uniqueidentifier NOT NULL,
        [Valeur] nvarchar(4000) NOT NULL,
        [ModifieLe] datetime2(3) NOT NULL,
        [ModifiePar] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_ReglagesGeneraux] PRIMARY KEY ([Cle])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Utilisateurs] (
        [Id] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [EstActif] bit NOT NULL,
        [CreeLe] datetime2(3) NOT NULL,
        [DerniereConnexion] datetime2(3) NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(max) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetime2(3) NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_Utilisateurs] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [ValeursDatees] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(80) NOT NULL,
        [Portee] nvarchar(40) NOT NULL,
        [CibleId] uniqueidentifier NULL,
        [Debut] date NOT NULL,
        [Fin] date NULL,
        [Nombre] decimal(18,4) NULL,
        [Texte] nvarchar(2000) NULL,
        [Source] nvarchar(400) NOT NULL,
        CONSTRAINT [PK_ValeursDatees] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [AspNetRoleClaims] (
        [Id] int NOT NULL IDENTITY,
        [RoleId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetRoleClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetRoleClaims_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [Travaux] (
        [Id] uniqueidentifier NOT NULL,
        [Type] nvarchar(80) NOT NULL,
        [Libelle] nvarchar(200) NOT NULL,
        [Parametres] nvarchar(max) NOT NULL,
        [AuteurId] uniqueidentifier NOT NULL,
        [AuteurNom] nvarchar(200) NOT NULL,
        [Droit] nvarchar(60) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Fait] int NOT NULL,
        [Total] int NOT NULL,
        [Etape] nvarchar(200) NULL,
        [PieceId] uniqueidentifier NULL,
        [Erreur] nvarchar(1000) NULL,
        [Reference] nvarchar(20) NULL,
        [AnnulationDemandee] bit NOT NULL,
        [Essais] int NOT NULL,
        [CreeLe] datetime2(3) NOT NULL,
        [CommenceLe] datetime2(3) NULL,
        [TermineLe] datetime2(3) NULL,
        [ExpireLe] datetime2(3) NULL,
        CONSTRAINT [PK_Travaux] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Travaux_Pieces_PieceId] FOREIGN KEY ([PieceId]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_Utilisateurs_UserId] FOREIGN KEY ([UserId]) REFERENCES [Utilisateurs] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_Utilisateurs_UserId] FOREIGN KEY ([UserId]) REFERENCES [Utilisateurs] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [AspNetUserRoles] (
        [UserId] uniqueidentifier NOT NULL,
        [RoleId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserRoles] PRIMARY KEY ([UserId], [RoleId]),
        CONSTRAINT [FK_AspNetUserRoles_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_AspNetUserRoles_Utilisateurs_UserId] FOREIGN KEY ([UserId]) REFERENCES [Utilisateurs] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_Utilisateurs_UserId] FOREIGN KEY ([UserId]) REFERENCES [Utilisateurs] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_AspNetRoleClaims_RoleId] ON [AspNetRoleClaims] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [RoleNameIndex] ON [AspNetRoles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_AspNetUserRoles_RoleId] ON [AspNetUserRoles] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Brouillons_ModifieLe] ON [Brouillons] ([ModifieLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_DeposeLe] ON [EnvoisDeCourriel] ([DeposeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_Etat_ProchainEssai] ON [EnvoisDeCourriel] ([Etat], [ProchainEssai]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_ObjetType_ObjetId] ON [EnvoisDeCourriel] ([ObjetType], [ObjetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Journal_Instant] ON [Journal] ([Instant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Journal_ObjetType_ObjetId_Instant] ON [Journal] ([ObjetType], [ObjetId], [Instant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_LiensPersonnels_CibleType_CibleId] ON [LiensPersonnels] ([CibleType], [CibleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LiensPersonnels_Empreinte] ON [LiensPersonnels] ([Empreinte]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Notifications_Destinataire_CreeeLe] ON [Notifications] ([Destinataire], [CreeeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Notifications_Destinataire_LueLe] ON [Notifications] ([Destinataire], [LueLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Pieces_Sha256] ON [Pieces] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Rattachements_Collectivite] ON [Rattachements] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Rattachements_Utilisateur] ON [Rattachements] ([Utilisateur]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Travaux_AuteurId_CreeLe] ON [Travaux] ([AuteurId], [CreeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Travaux_Etat_CreeLe] ON [Travaux] ([Etat], [CreeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Travaux_ExpireLe] ON [Travaux] ([ExpireLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_Travaux_PieceId] ON [Travaux] ([PieceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [Utilisateurs] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [Utilisateurs] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    CREATE INDEX [IX_ValeursDatees_Code_Debut] ON [ValeursDatees] ([Code], [Debut]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030204_Initiale'
)
BEGIN
    INSERT INTO [dbo].[__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122030204_Initiale', N'10.0.14');
END;

COMMIT;
GO

