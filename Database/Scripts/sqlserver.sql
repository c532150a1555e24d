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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [CatalogueNational] (
        [Code] nvarchar(9) NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [CleDeTri] nvarchar(400) NOT NULL,
        [CleDeRecherche] nvarchar(500) NOT NULL,
        [CodeInsee] nvarchar(5) NULL,
        [Siren] nvarchar(9) NULL,
        [CodePostal] nvarchar(5) NULL,
        [Departement] nvarchar(3) NULL,
        [PopulationMunicipale] int NULL,
        [SirenEpci] nvarchar(9) NULL,
        CONSTRAINT [PK_CatalogueNational] PRIMARY KEY ([Code])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [Collectivites] (
        [Id] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [NomCourt] nvarchar(80) NOT NULL,
        [CleDeTri] nvarchar(400) NOT NULL,
        [CleDeRecherche] nvarchar(1500) NOT NULL,
        [GrammaireCorrigee] bit NOT NULL,
        [Categorie] nvarchar(40) NOT NULL,
        [CategorieJuridique] nvarchar(4) NOT NULL,
        [Siren] nvarchar(9) NULL,
        [Siret] nvarchar(14) NULL,
        [CodeInsee] nvarchar(5) NULL,
        [Departement] nvarchar(3) NULL,
        [DisposeCao] bit NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [Telephone] nvarchar(30) NULL,
        [Comptable] nvarchar(200) NULL,
        [Notes] nvarchar(4000) NULL,
        [Parent] uniqueidentifier NULL,
        [Responsable] uniqueidentifier NULL,
        [Suppleant] uniqueidentifier NULL,
        [ArchiveLe] datetime2(3) NULL,
        [Successeur] uniqueidentifier NULL,
        [RemplaceeLe] date NULL,
        [FusionneeDans] uniqueidentifier NULL,
        [Chorus_CodeDuService] nvarchar(100) NULL,
        [Chorus_EngagementObligatoire] bit NOT NULL,
        [Chorus_ServiceObligatoire] bit NOT NULL,
        [Grammaire_Designation] nvarchar(260) NOT NULL,
        [Grammaire_DesignationAvecA] nvarchar(260) NOT NULL,
        [Grammaire_DesignationAvecDe] nvarchar(260) NOT NULL,
        [Grammaire_NomAvecDe] nvarchar(260) NOT NULL,
        [Postale_CodePostal] nvarchar(5) NULL,
        [Postale_Ligne1] nvarchar(200) NULL,
        [Postale_Ligne2] nvarchar(200) NULL,
        [Postale_Ville] nvarchar(200) NULL,
        [Siege_CodePostal] nvarchar(5) NULL,
        [Siege_Ligne1] nvarchar(200) NULL,
        [Siege_Ligne2] nvarchar(200) NULL,
        [Siege_Ville] nvarchar(200) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Collectivites] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [CollectivitesAffiliations] (
        [Debut] date NOT NULL,
        [CollectiviteId] uniqueidentifier NOT NULL,
        [Fin] date NULL,
        [Nature] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_CollectivitesAffiliations] PRIMARY KEY ([CollectiviteId], [Debut]),
        CONSTRAINT [FK_CollectivitesAffiliations_Collectivites_CollectiviteId] FOREIGN KEY ([CollectiviteId]) REFERENCES [Collectivites] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [CollectivitesContacts] (
        [Id] uniqueidentifier NOT NULL,
        [CollectiviteId] uniqueidentifier NOT NULL,
        [Civilite] nvarchar(40) NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Prenom] nvarchar(200) NULL,
        [Courriel] nvarchar(254) NULL,
        [Telephone] nvarchar(30) NULL,
        CONSTRAINT [PK_CollectivitesContacts] PRIMARY KEY ([CollectiviteId], [Id]),
        CONSTRAINT [FK_CollectivitesContacts_Collectivites_CollectiviteId] FOREIGN KEY ([CollectiviteId]) REFERENCES [Collectivites] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [CollectivitesEffectifs] (
        [Annee] int NOT NULL,
        [CollectiviteId] uniqueidentifier NOT NULL,
        [Agents] int NOT NULL,
        [Definition] nvarchar(200) NOT NULL,
        [Source] nvarchar(200) NULL,
        [DeclareLe] date NULL,
        CONSTRAINT [PK_CollectivitesEffectifs] PRIMARY KEY ([CollectiviteId], [Annee]),
        CONSTRAINT [FK_CollectivitesEffectifs_Collectivites_CollectiviteId] FOREIGN KEY ([CollectiviteId]) REFERENCES [Collectivites] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [CollectivitesPopulations] (
        [Annee] int NOT NULL,
        [CollectiviteId] uniqueidentifier NOT NULL,
        [Totale] int NULL,
        [Municipale] int NULL,
        [Source] nvarchar(200) NULL,
        CONSTRAINT [PK_CollectivitesPopulations] PRIMARY KEY ([CollectiviteId], [Annee]),
        CONSTRAINT [FK_CollectivitesPopulations_Collectivites_CollectiviteId] FOREIGN KEY ([CollectiviteId]) REFERENCES [Collectivites] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [Groupements] (
        [Id] uniqueidentifier NOT NULL,
        [Reference] nvarchar(20) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [CleDeTri] nvarchar(400) NOT NULL,
        [Objet] nvarchar(2000) NOT NULL,
        [Coordonnateur] uniqueidentifier NOT NULL,
        [Millesime] int NULL,
        [EstPermanent] bit NOT NULL,
        [Debut] date NOT NULL,
        [Fin] date NULL,
        [Responsable] uniqueidentifier NULL,
        [Suppleant] uniqueidentifier NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Groupements] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Groupements_Collectivites_Coordonnateur] FOREIGN KEY ([Coordonnateur]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Groupements_Utilisateurs_Responsable] FOREIGN KEY ([Responsable]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Groupements_Utilisateurs_Suppleant] FOREIGN KEY ([Suppleant]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [CollectivitesMandats] (
        [Id] uniqueidentifier NOT NULL,
        [CollectiviteId] uniqueidentifier NOT NULL,
        [ContactId] uniqueidentifier NOT NULL,
        [Role] nvarchar(40) NOT NULL,
        [Qualite] nvarchar(200) NULL,
        [Debut] date NOT NULL,
        [Fin] date NULL,
        [Deliberation] nvarchar(200) NULL,
        [DateDeLaDeliberation] date NULL,
        CONSTRAINT [PK_CollectivitesMandats] PRIMARY KEY ([CollectiviteId], [ContactId], [Id]),
        CONSTRAINT [FK_CollectivitesMandats_CollectivitesContacts_CollectiviteId_ContactId] FOREIGN KEY ([CollectiviteId], [ContactId]) REFERENCES [CollectivitesContacts] ([CollectiviteId], [Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [Adhesions] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Entree] date NOT NULL,
        [Sortie] date NULL,
        [MotifDeSortie] nvarchar(500) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Adhesions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Adhesions_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Adhesions_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [GroupementsLots] (
        [Numero] int NOT NULL,
        [GroupementId] uniqueidentifier NOT NULL,
        [Prestation] uniqueidentifier NOT NULL,
        [Intitule] nvarchar(300) NOT NULL,
        [Cpv] nvarchar(10) NULL,
        [Nature] nvarchar(40) NOT NULL,
        [EstRetire] bit NOT NULL,
        CONSTRAINT [PK_GroupementsLots] PRIMARY KEY ([GroupementId], [Numero]),
        CONSTRAINT [FK_GroupementsLots_Groupements_GroupementId] FOREIGN KEY ([GroupementId]) REFERENCES [Groupements] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [GroupementsPrestations] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [Libelle] nvarchar(200) NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Unite] nvarchar(40) NULL,
        [Ordre] int NOT NULL,
        [EstRetiree] bit NOT NULL,
        [GroupementId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_GroupementsPrestations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_GroupementsPrestations_Groupements_GroupementId] FOREIGN KEY ([GroupementId]) REFERENCES [Groupements] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [Procedures] (
        [Id] uniqueidentifier NOT NULL,
        [Reference] nvarchar(20) NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Objet] nvarchar(500) NOT NULL,
        [CleDeTri] nvarchar(500) NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [CreeeLe] date NOT NULL,
        [LanceeLe] date NULL,
        [TermineeLe] date NULL,
        [Issue] nvarchar(40) NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Responsable] uniqueidentifier NULL,
        [Suppleant] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Procedures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Procedures_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Procedures_Utilisateurs_Responsable] FOREIGN KEY ([Responsable]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Procedures_Utilisateurs_Suppleant] FOREIGN KEY ([Suppleant]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [AdhesionsChoix] (
        [Prestation] uniqueidentifier NOT NULL,
        [Du] date NOT NULL,
        [AdhesionId] uniqueidentifier NOT NULL,
        [Au] date NULL,
        CONSTRAINT [PK_AdhesionsChoix] PRIMARY KEY ([AdhesionId], [Prestation], [Du]),
        CONSTRAINT [FK_AdhesionsChoix_Adhesions_AdhesionId] FOREIGN KEY ([AdhesionId]) REFERENCES [Adhesions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [ProceduresLots] (
        [Numero] int NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Intitule] nvarchar(300) NOT NULL,
        [Prestation] uniqueidentifier NOT NULL,
        [LotDuGroupement] int NULL,
        CONSTRAINT [PK_ProceduresLots] PRIMARY KEY ([ProcedureId], [Numero]),
        CONSTRAINT [FK_ProceduresLots_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [ProceduresMembres] (
        [ProcedureId] uniqueidentifier NOT NULL,
        [Lot] int NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Nom] nvarchar(300) NOT NULL,
        [CleDeTri] nvarchar(400) NOT NULL,
        [Siret] nvarchar(14) NULL,
        CONSTRAINT [PK_ProceduresMembres] PRIMARY KEY ([ProcedureId], [Lot], [Collectivite]),
        CONSTRAINT [FK_ProceduresMembres_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProceduresMembres_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Adhesions_Collectivite] ON [Adhesions] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Adhesions_Groupement_Collectivite_Entree] ON [Adhesions] ([Groupement], [Collectivite], [Entree]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_AdhesionsChoix_Prestation] ON [AdhesionsChoix] ([Prestation]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_AspNetRoleClaims_RoleId] ON [AspNetRoleClaims] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [RoleNameIndex] ON [AspNetRoles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_AspNetUserRoles_RoleId] ON [AspNetUserRoles] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_CatalogueNational_CleDeTri] ON [CatalogueNational] ([CleDeTri]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_CatalogueNational_Siren] ON [CatalogueNational] ([Siren]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Collectivites_CleDeTri] ON [Collectivites] ([CleDeTri]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Collectivites_Parent] ON [Collectivites] ([Parent]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Collectivites_Siren] ON [Collectivites] ([Siren]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Collectivites_Siret] ON [Collectivites] ([Siret]) WHERE [Siret] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_DeposeLe] ON [EnvoisDeCourriel] ([DeposeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_Etat_ProchainEssai] ON [EnvoisDeCourriel] ([Etat], [ProchainEssai]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_ObjetType_ObjetId] ON [EnvoisDeCourriel] ([ObjetType], [ObjetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Groupements_CleDeTri] ON [Groupements] ([CleDeTri]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Groupements_Coordonnateur] ON [Groupements] ([Coordonnateur]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Groupements_Reference] ON [Groupements] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Groupements_Responsable] ON [Groupements] ([Responsable]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Groupements_Suppleant] ON [Groupements] ([Suppleant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_GroupementsLots_Prestation] ON [GroupementsLots] ([Prestation]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE UNIQUE INDEX [IX_GroupementsPrestations_GroupementId_Code] ON [GroupementsPrestations] ([GroupementId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Journal_Instant] ON [Journal] ([Instant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Journal_ObjetType_ObjetId_Instant] ON [Journal] ([ObjetType], [ObjetId], [Instant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Procedures_Groupement_LanceeLe] ON [Procedures] ([Groupement], [LanceeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Procedures_Reference] ON [Procedures] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Procedures_Responsable] ON [Procedures] ([Responsable]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Procedures_Suppleant] ON [Procedures] ([Suppleant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_ProceduresLots_Prestation] ON [ProceduresLots] ([Prestation]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_ProceduresMembres_Collectivite] ON [ProceduresMembres] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Rattachements_Collectivite] ON [Rattachements] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Rattachements_Utilisateur] ON [Rattachements] ([Utilisateur]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [Utilisateurs] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [Utilisateurs] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    INSERT INTO [dbo].[__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122000000_Initiale', N'10.0.14');
END;

COMMIT;
GO

