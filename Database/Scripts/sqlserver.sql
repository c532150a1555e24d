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
    CREATE TABLE [ClesDeProtection] (
        [Nom] nvarchar(200) NOT NULL,
        [Xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_ClesDeProtection] PRIMARY KEY ([Nom])
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
    CREATE TABLE [DemandesDeCompte] (
        [Id] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Courriel] nvarchar(254) NOT NULL,
        [Telephone] nvarchar(40) NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [RoleDemande] nvarchar(40) NOT NULL,
        [Message] nvarchar(1000) NULL,
        [DeposeeLe] datetime2(3) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [DecideeLe] datetime2(3) NULL,
        [Compte] uniqueidentifier NULL,
        [MotifDuRefus] nvarchar(500) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_DemandesDeCompte] PRIMARY KEY ([Id])
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
    CREATE TABLE [ImportsDeCollectivites] (
        [Id] uniqueidentifier NOT NULL,
        [NomDuFichier] nvarchar(260) NOT NULL,
        [Empreinte] nvarchar(64) NOT NULL,
        [Feuille] nvarchar(100) NOT NULL,
        [AuteurId] uniqueidentifier NOT NULL,
        [Auteur] nvarchar(200) NOT NULL,
        [PrepareLe] datetime2(3) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Resume] nvarchar(300) NOT NULL,
        [Avis] nvarchar(max) NOT NULL,
        [LignesEnErreur] int NOT NULL,
        [LignesAEcrire] int NOT NULL,
        [AppliqueLe] datetime2(3) NULL,
        [AnnuleLe] datetime2(3) NULL,
        [Creees] int NOT NULL,
        [Modifiees] int NOT NULL,
        [Inchangees] int NOT NULL,
        [Refusees] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ImportsDeCollectivites] PRIMARY KEY ([Id])
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
    CREATE TABLE [LiensDeCompte] (
        [Id] uniqueidentifier NOT NULL,
        [Utilisateur] uniqueidentifier NOT NULL,
        [Usage] nvarchar(40) NOT NULL,
        [Empreinte] nvarchar(64) NOT NULL,
        [CreeLe] datetime2(3) NOT NULL,
        [ExpireLe] datetime2(3) NOT NULL,
        [UtiliseLe] datetime2(3) NULL,
        CONSTRAINT [PK_LiensDeCompte] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    CREATE TABLE [ReferencesChargees] (
        [Nom] nvarchar(80) NOT NULL,
        [Version] int NOT NULL,
        [ChargeeLe] datetime2(3) NOT NULL,
        CONSTRAINT [PK_ReferencesChargees] PRIMARY KEY ([Nom])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [ReglagesGeneraux] (
        [Cle] nvarchar(80) NOT NULL,
        [Valeur] nvarchar(4000) NOT NULL,
        [ModifieLe] datetime2(3) NOT NULL,
        [ModifiePar] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_ReglagesGeneraux] PRIMARY KEY ([Cle])
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
        [CleDeRecherche] nvarchar(1000) NOT NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(40) NULL,
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
    CREATE TABLE [ImportsDeCollectivitesLignes] (
        [Import] uniqueidentifier NOT NULL,
        [Numero] int NOT NULL,
        [Cle] nvarchar(100) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Etat] nvarchar(20) NOT NULL,
        [AEcrire] bit NOT NULL,
        [Cellules] nvarchar(max) NOT NULL,
        [Messages] nvarchar(max) NOT NULL,
        [Cible] nvarchar(max) NULL,
        [Fiche] uniqueidentifier NULL,
        [VersionLue] int NULL,
        [Avant] nvarchar(max) NULL,
        [VersionEcrite] int NULL,
        [Sort] nvarchar(40) NOT NULL,
        [Motif] nvarchar(1000) NULL,
        CONSTRAINT [PK_ImportsDeCollectivitesLignes] PRIMARY KEY ([Import], [Numero]),
        CONSTRAINT [FK_ImportsDeCollectivitesLignes_ImportsDeCollectivites_Import] FOREIGN KEY ([Import]) REFERENCES [ImportsDeCollectivites] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [ImportsDeCollectivitesRefus] (
        [Import] uniqueidentifier NOT NULL,
        [Contenu] varbinary(max) NOT NULL,
        CONSTRAINT [PK_ImportsDeCollectivitesRefus] PRIMARY KEY ([Import]),
        CONSTRAINT [FK_ImportsDeCollectivitesRefus_ImportsDeCollectivites_Import] FOREIGN KEY ([Import]) REFERENCES [ImportsDeCollectivites] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
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
    CREATE TABLE [Delegations] (
        [Id] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Utilisateur] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Acte] nvarchar(200) NOT NULL,
        [Du] date NOT NULL,
        [Au] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Delegations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Delegations_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Delegations_Utilisateurs_Utilisateur] FOREIGN KEY ([Utilisateur]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION
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
    CREATE TABLE [Campagnes] (
        [Id] uniqueidentifier NOT NULL,
        [Reference] nvarchar(20) NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Exercice] int NOT NULL,
        [Intitule] nvarchar(200) NOT NULL,
        [Consigne] nvarchar(4000) NULL,
        [Ouverture] date NOT NULL,
        [Cloture] date NOT NULL,
        [ClotureLe] datetime2(3) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Periode] nvarchar(40) NOT NULL,
        [DureeEnAnnees] int NOT NULL,
        [LancementPrevu] date NULL,
        [Precedente] uniqueidentifier NULL,
        [VersionDuCatalogue] int NOT NULL,
        [DernierNumeroDeLigne] int NOT NULL,
        [Gels] int NOT NULL,
        [Responsable] uniqueidentifier NULL,
        [Suppleant] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Campagnes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Campagnes_Campagnes_Precedente] FOREIGN KEY ([Precedente]) REFERENCES [Campagnes] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Campagnes_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Campagnes_Utilisateurs_Responsable] FOREIGN KEY ([Responsable]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Campagnes_Utilisateurs_Suppleant] FOREIGN KEY ([Suppleant]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION
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
    CREATE TABLE [CampagnesLots] (
        [Numero] int NOT NULL,
        [CampagneId] uniqueidentifier NOT NULL,
        [Prestation] uniqueidentifier NOT NULL,
        [Intitule] nvarchar(300) NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_CampagnesLots] PRIMARY KEY ([CampagneId], [Numero]),
        CONSTRAINT [FK_CampagnesLots_Campagnes_CampagneId] FOREIGN KEY ([CampagneId]) REFERENCES [Campagnes] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [CampagnesPrestations] (
        [Prestation] uniqueidentifier NOT NULL,
        [CampagneId] uniqueidentifier NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [Libelle] nvarchar(200) NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Ordre] int NOT NULL,
        CONSTRAINT [PK_CampagnesPrestations] PRIMARY KEY ([CampagneId], [Prestation]),
        CONSTRAINT [FK_CampagnesPrestations_Campagnes_CampagneId] FOREIGN KEY ([CampagneId]) REFERENCES [Campagnes] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [Consolidations] (
        [Id] uniqueidentifier NOT NULL,
        [Campagne] uniqueidentifier NOT NULL,
        [Numero] int NOT NULL,
        [GeleeLe] datetime2(3) NOT NULL,
        [GeleePar] nvarchar(200) NOT NULL,
        [NonDecides] nvarchar(max) NOT NULL,
        [NombreDeNonDecides] int NOT NULL,
        [Motif] nvarchar(1000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Consolidations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Consolidations_Campagnes_Campagne] FOREIGN KEY ([Campagne]) REFERENCES [Campagnes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [ImportsDeRecensement] (
        [Id] uniqueidentifier NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Campagne] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NULL,
        [Depot] uniqueidentifier NULL,
        [PieceId] uniqueidentifier NULL,
        [NomDuFichier] nvarchar(255) NOT NULL,
        [Empreinte] nvarchar(64) NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Refus] nvarchar(2000) NULL,
        [Contenu] nvarchar(max) NULL,
        [VersionLue] int NOT NULL,
        [Nouvelles] int NOT NULL,
        [Modifiees] int NOT NULL,
        [Inchangees] int NOT NULL,
        [Avertissements] int NOT NULL,
        [Erreurs] int NOT NULL,
        [Neants] int NOT NULL,
        [Ecrites] int NOT NULL,
        [Ecartees] int NOT NULL,
        [ActeurId] uniqueidentifier NOT NULL,
        [ActeurNom] nvarchar(200) NOT NULL,
        [CreeLe] datetime2(3) NOT NULL,
        [AppliqueLe] datetime2(3) NULL,
        [AppliquePar] nvarchar(200) NULL,
        [AnnuleLe] datetime2(3) NULL,
        CONSTRAINT [PK_ImportsDeRecensement] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ImportsDeRecensement_Campagnes_Campagne] FOREIGN KEY ([Campagne]) REFERENCES [Campagnes] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ImportsDeRecensement_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ImportsDeRecensement_Pieces_PieceId] FOREIGN KEY ([PieceId]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [LignesDeCatalogue] (
        [Campagne] uniqueidentifier NOT NULL,
        [Numero] int NOT NULL,
        [Prestation] uniqueidentifier NOT NULL,
        [NumeroDeLot] int NOT NULL,
        [Ordre] int NOT NULL,
        [Designation] nvarchar(300) NOT NULL,
        [Unite] nvarchar(40) NOT NULL,
        [PrixUnitaireEstime] decimal(18,4) NULL,
        [Demandes] int NOT NULL,
        [VersionDAjout] int NOT NULL,
        [VersionDeModification] int NOT NULL,
        [RetireeALaVersion] int NULL,
        [LigneN1] int NULL,
        CONSTRAINT [PK_LignesDeCatalogue] PRIMARY KEY ([Campagne], [Numero]),
        CONSTRAINT [FK_LignesDeCatalogue_Campagnes_Campagne] FOREIGN KEY ([Campagne]) REFERENCES [Campagnes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [Reponses] (
        [Id] uniqueidentifier NOT NULL,
        [Campagne] uniqueidentifier NOT NULL,
        [Prestation] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [OuverteJusqua] datetime2(3) NOT NULL,
        [DelaiPersonnel] bit NOT NULL,
        [DelaiAccorde] date NULL,
        [MotifDeReouverture] nvarchar(1000) NULL,
        [RepondueLe] datetime2(3) NULL,
        [ReponduePar] nvarchar(200) NULL,
        [QualiteDuValidateur] nvarchar(120) NULL,
        [Mode] nvarchar(40) NULL,
        [Motif] nvarchar(1000) NULL,
        [NumeroDeRecu] nvarchar(24) NULL,
        [Piece] uniqueidentifier NULL,
        [VersionDuCatalogue] int NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Reponses] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Reponses_Campagnes_Campagne] FOREIGN KEY ([Campagne]) REFERENCES [Campagnes] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Reponses_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION
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
    CREATE TABLE [ConsolidationsCatalogue] (
        [Consolidation] uniqueidentifier NOT NULL,
        [Ligne] int NOT NULL,
        [Prestation] uniqueidentifier NOT NULL,
        [NumeroDeLot] int NOT NULL,
        [Ordre] int NOT NULL,
        [Designation] nvarchar(300) NOT NULL,
        [Unite] nvarchar(40) NOT NULL,
        [PrixUnitaireEstime] decimal(18,4) NULL,
        [Demandes] int NOT NULL,
        CONSTRAINT [PK_ConsolidationsCatalogue] PRIMARY KEY ([Consolidation], [Ligne]),
        CONSTRAINT [FK_ConsolidationsCatalogue_Consolidations_Consolidation] FOREIGN KEY ([Consolidation]) REFERENCES [Consolidations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [ConsolidationsLignes] (
        [Consolidation] uniqueidentifier NOT NULL,
        [Reponse] uniqueidentifier NOT NULL,
        [Ligne] int NOT NULL,
        [MinimumMilliemes] bigint NULL,
        [EstimeMilliemes] bigint NULL,
        [MaximumMilliemes] bigint NULL,
        [MontantHtCentimes] bigint NULL,
        [FinDeContrat] date NULL,
        [Imputation] nvarchar(60) NULL,
        [Commentaire] nvarchar(1000) NULL,
        CONSTRAINT [PK_ConsolidationsLignes] PRIMARY KEY ([Consolidation], [Reponse], [Ligne]),
        CONSTRAINT [FK_ConsolidationsLignes_Consolidations_Consolidation] FOREIGN KEY ([Consolidation]) REFERENCES [Consolidations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [ConsolidationsReponses] (
        [Consolidation] uniqueidentifier NOT NULL,
        [Reponse] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Prestation] uniqueidentifier NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Siret] nvarchar(14) NULL,
        CONSTRAINT [PK_ConsolidationsReponses] PRIMARY KEY ([Consolidation], [Reponse]),
        CONSTRAINT [FK_ConsolidationsReponses_Consolidations_Consolidation] FOREIGN KEY ([Consolidation]) REFERENCES [Consolidations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE TABLE [LignesDeReponse] (
        [Reponse] uniqueidentifier NOT NULL,
        [Ligne] int NOT NULL,
        [MinimumMilliemes] bigint NULL,
        [EstimeMilliemes] bigint NULL,
        [MaximumMilliemes] bigint NULL,
        [MontantHtCentimes] bigint NULL,
        [FinDeContrat] date NULL,
        [Imputation] nvarchar(60) NULL,
        [Commentaire] nvarchar(1000) NULL,
        [Justification] nvarchar(500) NULL,
        [ModifieLe] datetime2(3) NOT NULL,
        [ModifiePar] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_LignesDeReponse] PRIMARY KEY ([Reponse], [Ligne]),
        CONSTRAINT [FK_LignesDeReponse_Reponses_Reponse] FOREIGN KEY ([Reponse]) REFERENCES [Reponses] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'ConcurrencyStamp', N'Name', N'NormalizedName') AND [object_id] = OBJECT_ID(N'[AspNetRoles]'))
        SET IDENTITY_INSERT [AspNetRoles] ON;
    EXEC(N'INSERT INTO [AspNetRoles] ([Id], [ConcurrencyStamp], [Name], [NormalizedName])
    VALUES (''0195f000-0000-7000-9000-000000000001'', N''0195f000-0000-7000-9000-000000000001'', N''Administrateur'', N''ADMINISTRATEUR''),
    (''0195f000-0000-7000-9000-000000000002'', N''0195f000-0000-7000-9000-000000000002'', N''Gestionnaire'', N''GESTIONNAIRE''),
    (''0195f000-0000-7000-9000-000000000003'', N''0195f000-0000-7000-9000-000000000003'', N''Finances'', N''FINANCES''),
    (''0195f000-0000-7000-9000-000000000004'', N''0195f000-0000-7000-9000-000000000004'', N''Lecture'', N''LECTURE'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'ConcurrencyStamp', N'Name', N'NormalizedName') AND [object_id] = OBJECT_ID(N'[AspNetRoles]'))
        SET IDENTITY_INSERT [AspNetRoles] OFF;
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
    CREATE INDEX [IX_Brouillons_ModifieLe] ON [Brouillons] ([ModifieLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Campagnes_Etat_ClotureLe] ON [Campagnes] ([Etat], [ClotureLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Campagnes_Groupement_Exercice] ON [Campagnes] ([Groupement], [Exercice]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Campagnes_Precedente] ON [Campagnes] ([Precedente]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Campagnes_Reference] ON [Campagnes] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Campagnes_Responsable] ON [Campagnes] ([Responsable]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Campagnes_Suppleant] ON [Campagnes] ([Suppleant]);
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
    CREATE UNIQUE INDEX [IX_Consolidations_Campagne_Numero] ON [Consolidations] ([Campagne], [Numero]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Delegations_Collectivite_Utilisateur] ON [Delegations] ([Collectivite], [Utilisateur]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Delegations_Utilisateur] ON [Delegations] ([Utilisateur]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_DemandesDeCompte_DeposeeLe] ON [DemandesDeCompte] ([DeposeeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_DemandesDeCompte_Etat_Collectivite] ON [DemandesDeCompte] ([Etat], [Collectivite]);
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
    CREATE INDEX [IX_ImportsDeCollectivites_PrepareLe] ON [ImportsDeCollectivites] ([PrepareLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_ImportsDeRecensement_Campagne_Depot] ON [ImportsDeRecensement] ([Campagne], [Depot]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_ImportsDeRecensement_Collectivite_Campagne] ON [ImportsDeRecensement] ([Collectivite], [Campagne]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_ImportsDeRecensement_CreeLe] ON [ImportsDeRecensement] ([CreeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_ImportsDeRecensement_PieceId] ON [ImportsDeRecensement] ([PieceId]);
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
    CREATE UNIQUE INDEX [IX_LiensDeCompte_Empreinte] ON [LiensDeCompte] ([Empreinte]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_LiensDeCompte_Utilisateur_CreeLe] ON [LiensDeCompte] ([Utilisateur], [CreeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_LiensPersonnels_CibleType_CibleId] ON [LiensPersonnels] ([CibleType], [CibleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LiensPersonnels_Empreinte] ON [LiensPersonnels] ([Empreinte]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Notifications_Destinataire_CreeeLe] ON [Notifications] ([Destinataire], [CreeeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Notifications_Destinataire_LueLe] ON [Notifications] ([Destinataire], [LueLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Pieces_Sha256] ON [Pieces] ([Sha256]);
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
    CREATE UNIQUE INDEX [IX_Reponses_Campagne_Collectivite_Prestation] ON [Reponses] ([Campagne], [Collectivite], [Prestation]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Reponses_Campagne_Prestation_Etat] ON [Reponses] ([Campagne], [Prestation], [Etat]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Reponses_Collectivite] ON [Reponses] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Travaux_AuteurId_CreeLe] ON [Travaux] ([AuteurId], [CreeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Travaux_Etat_CreeLe] ON [Travaux] ([Etat], [CreeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Travaux_ExpireLe] ON [Travaux] ([ExpireLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122000000_Initiale'
)
BEGIN
    CREATE INDEX [IX_Travaux_PieceId] ON [Travaux] ([PieceId]);
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
    CREATE INDEX [IX_ValeursDatees_Code_Debut] ON [ValeursDatees] ([Code], [Debut]);
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

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [Cpv] nvarchar(10) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [EstPetitLot] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [EstimationCentimes] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [FinDuMarche] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [Issue] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [IssueLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [MaximumCentimes] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [MinimumCentimes] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [MotifDeLIssue] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [ProceduresLots] ADD [Statut] nvarchar(40) NOT NULL DEFAULT N'Preparation';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [ComplementsCentimes] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [Consolidation] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [Contrat] nvarchar(40) NOT NULL DEFAULT N'Marche';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [DecisionDuRefereLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [DocumentsHorsProfil] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [DureeEnMois] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [Forme] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [InvitationLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [JustificationDeLUrgence] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [JustificationDeLaDuree] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [JustificationDeLaForme] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [JustificationDuNonAllotissement] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [LimiteDeRemise] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [LimiteDesOffres] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [Note] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [NoteEnvoyeeLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [NoteReponseAvant] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [Preinformation] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [ProchaineEcheance] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [ProchaineEtape] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [Rectificatifs] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [RefereLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD [RemiseElectronique] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [AnneeDuPreavis] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Predecesseur] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_ArticleDeLaVoixPreponderante] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_EnvoiTardifPermis] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_JourDuBilan] int NOT NULL DEFAULT 31;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_JourDuPreavis] int NOT NULL DEFAULT 30;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_JoursFrancsDeConvocation] int NOT NULL DEFAULT 5;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_LectureDuPreavis] nvarchar(40) NOT NULL DEFAULT N'JourExclu';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_ModeDAdhesion] nvarchar(40) NOT NULL DEFAULT N'ParAvenant';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_ModeDeRetrait] nvarchar(40) NOT NULL DEFAULT N'DeliberationDatee';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_ModificationUnanime] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_MoisDuBilan] int NOT NULL DEFAULT 3;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_MoisDuPreavis] int NOT NULL DEFAULT 10;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_Profil] nvarchar(40) NOT NULL DEFAULT N'GroupementDedie';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_PublicationRequise] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_Quorum] nvarchar(40) NOT NULL DEFAULT N'PlusDeLaMoitie';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_RegimeDeCao] nvarchar(40) NOT NULL DEFAULT N'Propre';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_SecondeConvocationJoursFrancs] int NOT NULL DEFAULT 5;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_SecondeConvocationSansQuorum] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_SortieDuCoordonnateur] nvarchar(40) NOT NULL DEFAULT N'Refusee';
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_SuppleantObligatoire] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_VerrouDAdhesion] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD [Regles_VoixPreponderante] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [AdresseDEssai] nvarchar(254) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [CleDIdempotence] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [Collectivite] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [EstClasse] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [Html] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [Ics] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [Lien] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [LuLe] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [Modele] nvarchar(80) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [RenvoiDe] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [RepondreA] nvarchar(254) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [ReponduLe] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [EnvoisDeCourriel] ADD [RevenuLe] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Analyses] (
        [Id] uniqueidentifier NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Lot] int NOT NULL,
        [Retenue] int NULL,
        [ChoisieLe] date NULL,
        [ActeDuChoix] nvarchar(500) NULL,
        [MotifsDuChoix] nvarchar(2000) NULL,
        [MiseAuPoint] nvarchar(4000) NULL,
        [MiseAuPointLe] date NULL,
        [MontantMisAuPointCentimes] bigint NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Analyses] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Analyses_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [AvenantsDeConvention] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Numero] int NOT NULL,
        [Objet] nvarchar(500) NOT NULL,
        [Genre] nvarchar(40) NOT NULL,
        [Collectivite] uniqueidentifier NULL,
        [TexteEnVigueur] nvarchar(max) NOT NULL,
        [TexteNouveau] nvarchar(max) NOT NULL,
        [VersionDuTexte] int NOT NULL,
        [Empreinte] nvarchar(64) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [SoumisLe] date NULL,
        [SigneLe] date NULL,
        [EffetLe] date NULL,
        [RejeteLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_AvenantsDeConvention] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AvenantsDeConvention_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AvenantsDeConvention_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [CampagnesDAppel] (
        [Id] uniqueidentifier NOT NULL,
        [Origine] nvarchar(40) NOT NULL,
        [Assiette] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NULL,
        [Exercice] int NOT NULL,
        [Occurrence] nvarchar(80) NOT NULL,
        [Intitule] nvarchar(500) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [DateDAppel] date NULL,
        [Auteur] uniqueidentifier NULL,
        [NomDeLAuteur] nvarchar(200) NULL,
        [ProposeeLe] datetime2(3) NULL,
        [Validateur] uniqueidentifier NULL,
        [NomDuValidateur] nvarchar(200) NULL,
        [ValideeLe] datetime2(3) NULL,
        [Empreinte] nvarchar(64) NULL,
        [Nombre] int NOT NULL,
        [EmiseLe] datetime2(3) NULL,
        [TotalHtCentimes] bigint NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_CampagnesDAppel] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CampagnesDAppel_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Commissions] (
        [Id] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [CleDeTri] nvarchar(400) NOT NULL,
        [Regime] nvarchar(40) NOT NULL,
        [Groupement] uniqueidentifier NULL,
        [Coordonnateur] uniqueidentifier NOT NULL,
        [DistancePermise] bit NOT NULL,
        [EnvoiTardifPermis] bit NOT NULL,
        [FondementDesRegles] nvarchar(200) NOT NULL,
        [JoursFrancs] int NOT NULL,
        [JoursFrancsALaSeconde] int NOT NULL,
        [RegleDeQuorum] nvarchar(40) NOT NULL,
        [SecondeSansQuorum] bit NOT NULL,
        [SuppleantObligatoire] bit NOT NULL,
        [VoixPreponderante] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Commissions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Commissions_Collectivites_Coordonnateur] FOREIGN KEY ([Coordonnateur]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Commissions_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ComptablesAssignataires] (
        [Id] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Adresse] nvarchar(200) NOT NULL,
        [CodePostal] nvarchar(5) NOT NULL,
        [Ville] nvarchar(200) NOT NULL,
        [Iban] nvarchar(34) NULL,
        [Signataire] nvarchar(200) NOT NULL,
        [Debut] date NOT NULL,
        [Fin] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ComptablesAssignataires] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConsultationsDeclarees] (
        [Id] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Annee] int NOT NULL,
        [Reelles] int NULL,
        [Estimees] int NULL,
        [Origine] nvarchar(40) NOT NULL,
        [ConfirmeesLe] date NULL,
        [ConfirmeesPar] nvarchar(200) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ConsultationsDeclarees] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConsultationsDeclarees_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ContratsDAssurance] (
        [Id] uniqueidentifier NOT NULL,
        [Assureur] nvarchar(200) NOT NULL,
        [Police] nvarchar(200) NOT NULL,
        [Risques] nvarchar(200) NOT NULL,
        [Du] date NOT NULL,
        [Au] date NOT NULL,
        [Attestation] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ContratsDAssurance] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ContratsDAssurance_Pieces_Attestation] FOREIGN KEY ([Attestation]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsConstitutives] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [ObjetDesMarches] nvarchar(4000) NOT NULL,
        [Duree] nvarchar(40) NOT NULL,
        [DernierJourFixe] date NULL,
        [DispositionsFinancieres] nvarchar(4000) NOT NULL,
        [Tribunal] nvarchar(200) NOT NULL,
        [TransmiseLe] date NULL,
        [PublieeLe] date NULL,
        [EnVigueurLe] date NULL,
        [Integration_Execute] bit NOT NULL,
        [Integration_Notifie] bit NOT NULL,
        [Integration_Paie] bit NOT NULL,
        [Integration_Signe] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ConventionsConstitutives] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConventionsConstitutives_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsDAcces] (
        [Id] uniqueidentifier NOT NULL,
        [TexteInitial] nvarchar(max) NULL,
        [Reference] nvarchar(20) NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [PrepareeLe] date NOT NULL,
        [AbandonneeLe] date NULL,
        [MotifDAbandon] nvarchar(500) NULL,
        [PremierJour] date NULL,
        [DernierJour] date NULL,
        [Responsable] uniqueidentifier NULL,
        [DernierTermeExamine] date NULL,
        [Actes_DelibereeLe] date NULL,
        [Actes_Effet] date NULL,
        [Actes_NumeroDeDeliberation] nvarchar(60) NULL,
        [Actes_SignataireDeLaCollectivite] nvarchar(200) NULL,
        [Actes_SignataireDuCdg] nvarchar(200) NULL,
        [Actes_SigneeParLaCollectiviteLe] date NULL,
        [Actes_SigneeParLeCdgLe] date NULL,
        [Regles_DelaiDeMiseEnDemeureEnJours] int NOT NULL,
        [Regles_DureeInitialeEnAnnees] int NOT NULL,
        [Regles_PeriodeDeReconductionEnAnnees] int NOT NULL,
        [Regles_PreavisDeLaCollectiviteEnMois] int NOT NULL,
        [Regles_PreavisDuCdgEnMois] int NOT NULL,
        [Regles_Reconduction] nvarchar(40) NOT NULL,
        [Regles_ReconductionsAuPlus] int NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ConventionsDAcces] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConventionsDAcces_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ConventionsDAcces_Utilisateurs_Responsable] FOREIGN KEY ([Responsable]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Courriers] (
        [Id] uniqueidentifier NOT NULL,
        [Numero] nvarchar(20) NOT NULL,
        [Objet] nvarchar(300) NOT NULL,
        [CleDeRecherche] nvarchar(1000) NOT NULL,
        [Mode] nvarchar(40) NOT NULL,
        [EnregistreLe] date NOT NULL,
        [PosteLe] date NULL,
        [RetourAttenduLe] date NULL,
        [ObjetType] nvarchar(60) NULL,
        [ObjetId] uniqueidentifier NULL,
        [Groupement] uniqueidentifier NULL,
        [Responsable] uniqueidentifier NULL,
        [Piece] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Courriers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Courriers_Pieces_Piece] FOREIGN KEY ([Piece]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DeliberationsDuCdg] (
        [Id] uniqueidentifier NOT NULL,
        [Numero] nvarchar(60) NOT NULL,
        [Date] date NOT NULL,
        [Objet] nvarchar(500) NOT NULL,
        [TransmiseLe] date NULL,
        [PublieeLe] date NULL,
        [EstCitee] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_DeliberationsDuCdg] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DemandesDAssistance] (
        [Id] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Niveau] nvarchar(40) NOT NULL,
        [Objet] nvarchar(300) NOT NULL,
        [CleDeTri] nvarchar(300) NOT NULL,
        [Detail] nvarchar(4000) NULL,
        [Demandeur] nvarchar(200) NULL,
        [RecueLe] datetime2(3) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Responsable] uniqueidentifier NULL,
        [PriseEnChargeLe] datetime2(3) NULL,
        [RepondueLe] datetime2(3) NULL,
        [Reponse] nvarchar(4000) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_DemandesDAssistance] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DemandesDAssistance_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DemandesDAssistance_Utilisateurs_Responsable] FOREIGN KEY ([Responsable]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Dissolutions] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Cause] nvarchar(40) NOT NULL,
        [Motif] nvarchar(1000) NOT NULL,
        [OuverteLe] date NOT NULL,
        [DernierJour] date NOT NULL,
        [DerniereFacturationLe] date NULL,
        [ArchivesVerseesLe] date NULL,
        [LieuDesArchives] nvarchar(1000) NULL,
        [PrononceeLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Dissolutions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Dissolutions_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DocumentsSeries] (
        [Id] uniqueidentifier NOT NULL,
        [Nature] nvarchar(80) NOT NULL,
        [Titre] nvarchar(300) NOT NULL,
        [Produits] int NOT NULL,
        [EnErreur] int NOT NULL,
        [Rapport] nvarchar(max) NOT NULL,
        [ProduiteLe] datetime2(3) NOT NULL,
        [ActeurId] uniqueidentifier NOT NULL,
        [ActeurNom] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_DocumentsSeries] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DossiersDeRetrait] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Adhesion] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Mode] nvarchar(40) NOT NULL,
        [AnnonceLe] date NOT NULL,
        [InformeLe] date NULL,
        [SortieLe] date NULL,
        [Modalites] nvarchar(4000) NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Motif] nvarchar(1000) NULL,
        [Deliberation_AccuseeLe] date NULL,
        [Deliberation_AdopteeLe] date NULL,
        [Deliberation_Numero] nvarchar(60) NULL,
        [Deliberation_Piece] uniqueidentifier NULL,
        [Deliberation_PublieeLe] date NULL,
        [Deliberation_TransmiseLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_DossiersDeRetrait] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DossiersDeRetrait_Adhesions_Adhesion] FOREIGN KEY ([Adhesion]) REFERENCES [Adhesions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DossiersDeRetrait_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DossiersDeRetrait_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Echeances] (
        [ObjetType] nvarchar(60) NOT NULL,
        [ObjetId] uniqueidentifier NOT NULL,
        [Cle] nvarchar(120) NOT NULL,
        [Date] date NOT NULL,
        [Heure] time NULL,
        [Libelle] nvarchar(300) NOT NULL,
        [CleDeRecherche] nvarchar(600) NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [Fondement] nvarchar(300) NOT NULL,
        [Responsable] uniqueidentifier NULL,
        [Suppleant] uniqueidentifier NULL,
        [Groupement] uniqueidentifier NULL,
        [Collectivite] uniqueidentifier NULL,
        [PourLesMembres] bit NOT NULL,
        [EstAccomplie] bit NOT NULL,
        [Adresse] nvarchar(400) NULL,
        [Alertes] nvarchar(60) NOT NULL,
        [PremiereAlerte] date NULL,
        [DerniereAlerte] int NULL,
        CONSTRAINT [PK_Echeances] PRIMARY KEY ([ObjetType], [ObjetId], [Cle])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [EnvoisDeCourrielPieces] (
        [Envoi] uniqueidentifier NOT NULL,
        [Piece] uniqueidentifier NOT NULL,
        [Rang] int NOT NULL,
        CONSTRAINT [PK_EnvoisDeCourrielPieces] PRIMARY KEY ([Envoi], [Piece]),
        CONSTRAINT [FK_EnvoisDeCourrielPieces_EnvoisDeCourriel_Envoi] FOREIGN KEY ([Envoi]) REFERENCES [EnvoisDeCourriel] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_EnvoisDeCourrielPieces_Pieces_Piece] FOREIGN KEY ([Piece]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ExecutionsDeTache] (
        [Nom] nvarchar(60) NOT NULL,
        [CommenceeLe] datetime2(3) NOT NULL,
        [TermineeLe] datetime2(3) NULL,
        [AReussi] bit NOT NULL,
        [Resultat] nvarchar(500) NOT NULL,
        CONSTRAINT [PK_ExecutionsDeTache] PRIMARY KEY ([Nom])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ExercicesDAppel] (
        [Id] uniqueidentifier NOT NULL,
        [Annee] int NOT NULL,
        [ClosLe] date NULL,
        [Par] nvarchar(200) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ExercicesDAppel] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ExportsDeFinances] (
        [Id] uniqueidentifier NOT NULL,
        [Exercice] int NOT NULL,
        [Profil] nvarchar(100) NOT NULL,
        [Filtre] nvarchar(400) NOT NULL,
        [Nombre] int NOT NULL,
        [Empreinte] nvarchar(64) NOT NULL,
        [FaitLe] datetime2(3) NOT NULL,
        [FaitPar] nvarchar(200) NOT NULL,
        [Classeur] uniqueidentifier NOT NULL,
        [Csv] uniqueidentifier NOT NULL,
        [TotalTtcCentimes] bigint NOT NULL,
        CONSTRAINT [PK_ExportsDeFinances] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [FenetresDAdhesion] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Objet] nvarchar(200) NOT NULL,
        [Ouverture] date NOT NULL,
        [Fermeture] date NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_FenetresDAdhesion] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FenetresDAdhesion_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Grilles] (
        [Id] uniqueidentifier NOT NULL,
        [Lignee] uniqueidentifier NOT NULL,
        [Numero] int NOT NULL,
        [Intitule] nvarchar(200) NOT NULL,
        [Portee] nvarchar(40) NOT NULL,
        [Groupement] uniqueidentifier NULL,
        [Objet] nvarchar(500) NOT NULL,
        [Fondement] nvarchar(500) NOT NULL,
        [Prorata] nvarchar(40) NOT NULL,
        [OrdreDesAxes] nvarchar(100) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Deliberation] nvarchar(500) NULL,
        [DelibereeLe] date NULL,
        [Debut] date NULL,
        [Fin] date NULL,
        [ProchainExercice] int NULL,
        [Imputation_Fonction] nvarchar(30) NULL,
        [Imputation_Nature] nvarchar(30) NULL,
        [Imputation_Service] nvarchar(30) NULL,
        [Lectures_Agents] nvarchar(40) NOT NULL,
        [Lectures_AvecEtablissements] bit NOT NULL,
        [Lectures_Consultations] nvarchar(40) NOT NULL,
        [Lectures_VolumeAnnualise] bit NOT NULL,
        [TvaCentiemes] int NOT NULL,
        [Type_Code] nvarchar(30) NOT NULL,
        [Type_Declencheur] nvarchar(40) NOT NULL,
        [Type_Libelle] nvarchar(200) NOT NULL,
        [Type_Nature] nvarchar(40) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Grilles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Grilles_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [GroupementsRegimesFinanciers] (
        [Groupement] uniqueidentifier NOT NULL,
        [MissionRemuneree] bit NOT NULL,
        [CodesDesFrais] nvarchar(500) NOT NULL,
        [Article] nvarchar(200) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_GroupementsRegimesFinanciers] PRIMARY KEY ([Groupement]),
        CONSTRAINT [FK_GroupementsRegimesFinanciers_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ImportsDeConventions] (
        [Id] uniqueidentifier NOT NULL,
        [NomDuFichier] nvarchar(260) NOT NULL,
        [Empreinte] nvarchar(64) NOT NULL,
        [Auteur] nvarchar(200) NOT NULL,
        [AppliqueLe] datetime2(3) NOT NULL,
        [AnnuleLe] datetime2(3) NULL,
        [Refusees] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ImportsDeConventions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Installations] (
        [Empreinte] nvarchar(64) NOT NULL,
        [Description] nvarchar(400) NOT NULL,
        [ConfirmeeLe] datetime2(3) NOT NULL,
        [ConfirmeePar] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_Installations] PRIMARY KEY ([Empreinte])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Litiges] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Declarant] uniqueidentifier NOT NULL,
        [Adversaire] nvarchar(200) NOT NULL,
        [Objet] nvarchar(4000) NOT NULL,
        [DeclareLe] date NOT NULL,
        [TentativeEngageeLe] date NULL,
        [TentativeCloseLe] date NULL,
        [Issue] nvarchar(40) NULL,
        [IssueEnClair] nvarchar(4000) NULL,
        [TribunalSaisiLe] date NULL,
        [Tribunal] nvarchar(200) NULL,
        [ClosLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Litiges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Litiges_Collectivites_Declarant] FOREIGN KEY ([Declarant]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Litiges_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Marches] (
        [Id] uniqueidentifier NOT NULL,
        [Reference] nvarchar(20) NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Lot] int NOT NULL,
        [Objet] nvarchar(500) NOT NULL,
        [CleDeTri] nvarchar(500) NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Contrat] nvarchar(40) NOT NULL,
        [Forme] nvarchar(40) NULL,
        [Cpv] nvarchar(10) NULL,
        [AttribueParLaCao] bit NOT NULL,
        [AttribueLe] date NOT NULL,
        [MontantCentimes] bigint NOT NULL,
        [MinimumCentimes] bigint NULL,
        [MaximumCentimes] bigint NULL,
        [SigneLe] date NULL,
        [TransmisLe] date NULL,
        [TransmissionAvant] date NULL,
        [AvisDAttributionAvant] date NULL,
        [AvisDAttributionLe] date NULL,
        [DonneesAvant] date NULL,
        [NotifieLe] date NULL,
        [Debut] date NULL,
        [DureeFermeEnMois] int NOT NULL,
        [Fin] date NULL,
        [FinMaximale] date NULL,
        [Etat] nvarchar(40) NOT NULL,
        [ConsommeCentimes] bigint NOT NULL,
        [ResilieLe] date NULL,
        [CasDeLaResiliation] nvarchar(40) NULL,
        [MotifDeLaResiliation] nvarchar(2000) NULL,
        [MoisDuRecensementSuivant] int NOT NULL,
        [JoursDAlerteDeReconduction] int NOT NULL,
        [ProlongationEnMois] int NOT NULL,
        [Responsable] uniqueidentifier NULL,
        [Suppleant] uniqueidentifier NULL,
        [DonneesEssentielles] nvarchar(4000) NULL,
        [DonneesPublieesLe] date NULL,
        [ProchaineRevisionLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Marches] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Marches_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Marches_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Marches_Utilisateurs_Responsable] FOREIGN KEY ([Responsable]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Marches_Utilisateurs_Suppleant] FOREIGN KEY ([Suppleant]) REFERENCES [Utilisateurs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Modeles] (
        [Id] uniqueidentifier NOT NULL,
        [Nature] nvarchar(80) NOT NULL,
        [Groupement] uniqueidentifier NULL,
        [Nom] nvarchar(150) NOT NULL,
        [CleDeTri] nvarchar(150) NOT NULL,
        [ArchiveLe] datetime2(3) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Modeles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Modeles_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ModelesDeCourriel] (
        [Cle] nvarchar(80) NOT NULL,
        [Objet] nvarchar(300) NOT NULL,
        [Texte] nvarchar(max) NOT NULL,
        [Version] int NOT NULL,
        [ModifieLe] datetime2(3) NOT NULL,
        [ModifiePar] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_ModelesDeCourriel] PRIMARY KEY ([Cle])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [PreuvesDInformation] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [ObjetType] nvarchar(60) NOT NULL,
        [ObjetId] uniqueidentifier NOT NULL,
        [Libelle] nvarchar(300) NOT NULL,
        [DeposeeLe] datetime2(3) NOT NULL,
        [Courriel] uniqueidentifier NULL,
        [RemiseLe] date NULL,
        [RemisePar] nvarchar(200) NULL,
        CONSTRAINT [PK_PreuvesDInformation] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PreuvesDInformation_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PreuvesDInformation_EnvoisDeCourriel_Courriel] FOREIGN KEY ([Courriel]) REFERENCES [EnvoisDeCourriel] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PreuvesDInformation_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ProceduresAvis] (
        [Numero] int NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Support] nvarchar(40) NOT NULL,
        [Objet] nvarchar(200) NOT NULL,
        [EnvoyeLe] date NOT NULL,
        [Reference] nvarchar(200) NOT NULL,
        [PublieLe] date NULL,
        CONSTRAINT [PK_ProceduresAvis] PRIMARY KEY ([ProcedureId], [Numero]),
        CONSTRAINT [FK_ProceduresAvis_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ProceduresAvisSurLaNote] (
        [ProcedureId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Sens] nvarchar(40) NOT NULL,
        [Texte] nvarchar(2000) NULL,
        [Par] nvarchar(200) NOT NULL,
        [Le] datetime2(3) NOT NULL,
        CONSTRAINT [PK_ProceduresAvisSurLaNote] PRIMARY KEY ([ProcedureId], [Collectivite]),
        CONSTRAINT [FK_ProceduresAvisSurLaNote_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProceduresAvisSurLaNote_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ProceduresExclusions] (
        [ProcedureId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Motif] nvarchar(500) NOT NULL,
        [Par] nvarchar(200) NOT NULL,
        [Le] datetime2(3) NOT NULL,
        CONSTRAINT [PK_ProceduresExclusions] PRIMARY KEY ([ProcedureId], [Collectivite]),
        CONSTRAINT [FK_ProceduresExclusions_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProceduresExclusions_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ProceduresFaits] (
        [Lot] int NOT NULL,
        [Etape] nvarchar(40) NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Le] date NOT NULL,
        [Precision] nvarchar(500) NULL,
        CONSTRAINT [PK_ProceduresFaits] PRIMARY KEY ([ProcedureId], [Lot], [Etape]),
        CONSTRAINT [FK_ProceduresFaits_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ProceduresJalons] (
        [Etape] nvarchar(40) NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Prevu] date NULL,
        [Reel] date NULL,
        CONSTRAINT [PK_ProceduresJalons] PRIMARY KEY ([ProcedureId], [Etape]),
        CONSTRAINT [FK_ProceduresJalons_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ProceduresPieces] (
        [Numero] int NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Responsable] nvarchar(200) NULL,
        [VersionDeposee] int NOT NULL,
        [DeposeeLe] date NULL,
        [ValideeLe] date NULL,
        [Fichier] uniqueidentifier NULL,
        CONSTRAINT [PK_ProceduresPieces] PRIMARY KEY ([ProcedureId], [Numero]),
        CONSTRAINT [FK_ProceduresPieces_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ProfilsDExport] (
        [Id] uniqueidentifier NOT NULL,
        [Nom] nvarchar(100) NOT NULL,
        [Colonnes] nvarchar(4000) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ProfilsDExport] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Propositions] (
        [Id] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Objet] nvarchar(40) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [ProposeeLe] datetime2(3) NOT NULL,
        [ProposeePar] nvarchar(200) NOT NULL,
        [Contact] uniqueidentifier NULL,
        [Mandat] uniqueidentifier NULL,
        [Civilite] nvarchar(40) NULL,
        [Nom] nvarchar(200) NULL,
        [Prenom] nvarchar(200) NULL,
        [Courriel] nvarchar(254) NULL,
        [Telephone] nvarchar(40) NULL,
        [Role] nvarchar(40) NULL,
        [Jour] date NULL,
        [Avant] nvarchar(1000) NULL,
        [Apres] nvarchar(1000) NOT NULL,
        [Motif] nvarchar(500) NULL,
        [DecideeLe] datetime2(3) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Propositions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Propositions_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RecensementsRelances] (
        [Id] uniqueidentifier NOT NULL,
        [Campagne] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Adresse] nvarchar(254) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Echelon] int NOT NULL,
        [Jour] date NOT NULL,
        [Envoi] uniqueidentifier NULL,
        CONSTRAINT [PK_RecensementsRelances] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecensementsRelances_Campagnes_Campagne] FOREIGN KEY ([Campagne]) REFERENCES [Campagnes] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RecensementsRelances_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RecensementsRelances_EnvoisDeCourriel_Envoi] FOREIGN KEY ([Envoi]) REFERENCES [EnvoisDeCourriel] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RefusDeCourriels] (
        [Utilisateur] uniqueidentifier NOT NULL,
        [Evenement] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_RefusDeCourriels] PRIMARY KEY ([Utilisateur], [Evenement])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Registres] (
        [ProcedureId] uniqueidentifier NOT NULL,
        [ComplementsDemandesLe] date NULL,
        [ComplementsAvant] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Registres] PRIMARY KEY ([ProcedureId]),
        CONSTRAINT [FK_Registres_Procedures_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ReunionsDeComite] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Le] date NOT NULL,
        [Heure] time NOT NULL,
        [Lieu] nvarchar(300) NOT NULL,
        [OrdreDuJour] nvarchar(max) NOT NULL,
        [InviteeLe] date NULL,
        [CompteRendu] nvarchar(max) NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ReunionsDeComite] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReunionsDeComite_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SessionsDePresentation] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Titre] nvarchar(200) NOT NULL,
        [CleDeTri] nvarchar(200) NOT NULL,
        [Date] date NOT NULL,
        [Debut] time NOT NULL,
        [Fin] time NOT NULL,
        [Lieu] nvarchar(200) NOT NULL,
        [Prestataires] nvarchar(1000) NOT NULL,
        [Places] int NULL,
        [InviteeLe] datetime2(3) NULL,
        [Sequence] int NOT NULL,
        [AnnuleeLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SessionsDePresentation] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SessionsDePresentation_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Transmissions] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Objet] nvarchar(300) NOT NULL,
        [CleDeRecherche] nvarchar(600) NOT NULL,
        [Texte] nvarchar(max) NOT NULL,
        [RecueLe] date NOT NULL,
        [ATransmettreAvant] date NOT NULL,
        [TransmiseLe] date NULL,
        [JoursOuvres] int NULL,
        [Membres] int NOT NULL,
        [MotifDAbandon] nvarchar(500) NULL,
        [ObjetType] nvarchar(60) NULL,
        [ObjetId] uniqueidentifier NULL,
        [Piece] uniqueidentifier NULL,
        [Responsable] uniqueidentifier NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Transmissions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Transmissions_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Transmissions_Pieces_Piece] FOREIGN KEY ([Piece]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [VuesDeListe] (
        [Id] uniqueidentifier NOT NULL,
        [Utilisateur] uniqueidentifier NOT NULL,
        [Liste] nvarchar(200) NOT NULL,
        [Nom] nvarchar(80) NOT NULL,
        [Requete] nvarchar(2000) NOT NULL,
        [Partagee] bit NOT NULL,
        CONSTRAINT [PK_VuesDeListe] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [AnalysesCriteres] (
        [Numero] int NOT NULL,
        [AnalyseId] uniqueidentifier NOT NULL,
        [Intitule] nvarchar(200) NOT NULL,
        [Poids] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_AnalysesCriteres] PRIMARY KEY ([AnalyseId], [Numero]),
        CONSTRAINT [FK_AnalysesCriteres_Analyses_AnalyseId] FOREIGN KEY ([AnalyseId]) REFERENCES [Analyses] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [AnalysesNotes] (
        [Offre] int NOT NULL,
        [Critere] int NOT NULL,
        [AnalyseId] uniqueidentifier NOT NULL,
        [Valeur] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_AnalysesNotes] PRIMARY KEY ([AnalyseId], [Offre], [Critere]),
        CONSTRAINT [FK_AnalysesNotes_Analyses_AnalyseId] FOREIGN KEY ([AnalyseId]) REFERENCES [Analyses] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [AnalysesOffres] (
        [Numero] int NOT NULL,
        [AnalyseId] uniqueidentifier NOT NULL,
        [Entreprise] nvarchar(300) NOT NULL,
        [Siret] nvarchar(20) NULL,
        [MontantCentimes] bigint NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Motif] nvarchar(2000) NULL,
        [PrecisionsDemandeesLe] date NULL,
        [AttestationsDemandeesLe] date NULL,
        [AttestationsAvant] date NULL,
        [AttestationsRecuesLe] date NULL,
        [RejeteeLe] date NULL,
        [RejetElectronique] bit NOT NULL,
        [MotifsDuRejet] nvarchar(2000) NULL,
        CONSTRAINT [PK_AnalysesOffres] PRIMARY KEY ([AnalyseId], [Numero]),
        CONSTRAINT [FK_AnalysesOffres_Analyses_AnalyseId] FOREIGN KEY ([AnalyseId]) REFERENCES [Analyses] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [AnalysesTours] (
        [Numero] int NOT NULL,
        [AnalyseId] uniqueidentifier NOT NULL,
        [Invitation] date NOT NULL,
        [Limite] date NOT NULL,
        [Invites] nvarchar(4000) NOT NULL,
        CONSTRAINT [PK_AnalysesTours] PRIMARY KEY ([AnalyseId], [Numero]),
        CONSTRAINT [FK_AnalysesTours_Analyses_AnalyseId] FOREIGN KEY ([AnalyseId]) REFERENCES [Analyses] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ApprobationsDAvenant] (
        [Id] uniqueidentifier NOT NULL,
        [Avenant] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Sens] nvarchar(40) NOT NULL,
        [Empreinte] nvarchar(64) NULL,
        [EnregistreeLe] date NULL,
        [Deliberation_AccuseeLe] date NULL,
        [Deliberation_AdopteeLe] date NULL,
        [Deliberation_Numero] nvarchar(60) NULL,
        [Deliberation_Piece] uniqueidentifier NULL,
        [Deliberation_PublieeLe] date NULL,
        [Deliberation_TransmiseLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ApprobationsDAvenant] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ApprobationsDAvenant_AvenantsDeConvention_Avenant] FOREIGN KEY ([Avenant]) REFERENCES [AvenantsDeConvention] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ApprobationsDAvenant_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DossiersDAdhesion] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Origine] nvarchar(40) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [OuvertLe] date NOT NULL,
        [AttenduLe] date NULL,
        [SigneeParLeMembreLe] date NULL,
        [SigneeParLeCoordonnateurLe] date NULL,
        [TransmiseLe] date NULL,
        [AccuseeLe] date NULL,
        [PublieeLe] date NULL,
        [Avenant] uniqueidentifier NULL,
        [EffetLe] date NULL,
        [Adhesion] uniqueidentifier NULL,
        [Motif] nvarchar(1000) NULL,
        [Deliberation_AccuseeLe] date NULL,
        [Deliberation_AdopteeLe] date NULL,
        [Deliberation_Numero] nvarchar(60) NULL,
        [Deliberation_Piece] uniqueidentifier NULL,
        [Deliberation_PublieeLe] date NULL,
        [Deliberation_TransmiseLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_DossiersDAdhesion] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DossiersDAdhesion_Adhesions_Adhesion] FOREIGN KEY ([Adhesion]) REFERENCES [Adhesions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DossiersDAdhesion_AvenantsDeConvention_Avenant] FOREIGN KEY ([Avenant]) REFERENCES [AvenantsDeConvention] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DossiersDAdhesion_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DossiersDAdhesion_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [CampagnesDAppelConfirmations] (
        [SourceId] uniqueidentifier NOT NULL,
        [Axe] nvarchar(40) NOT NULL,
        [Valeur] int NOT NULL,
        [CampagneId] uniqueidentifier NOT NULL,
        [Par] nvarchar(200) NOT NULL,
        [Le] datetime2(3) NOT NULL,
        [Motif] nvarchar(500) NULL,
        CONSTRAINT [PK_CampagnesDAppelConfirmations] PRIMARY KEY ([CampagneId], [SourceId], [Axe], [Valeur]),
        CONSTRAINT [FK_CampagnesDAppelConfirmations_CampagnesDAppel_CampagneId] FOREIGN KEY ([CampagneId]) REFERENCES [CampagnesDAppel] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [CampagnesDAppelExonerations] (
        [SourceId] uniqueidentifier NOT NULL,
        [CampagneId] uniqueidentifier NOT NULL,
        [Motif] nvarchar(500) NOT NULL,
        [DecideeLe] date NOT NULL,
        CONSTRAINT [PK_CampagnesDAppelExonerations] PRIMARY KEY ([CampagneId], [SourceId]),
        CONSTRAINT [FK_CampagnesDAppelExonerations_CampagnesDAppel_CampagneId] FOREIGN KEY ([CampagneId]) REFERENCES [CampagnesDAppel] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [CommissionsConsultatifs] (
        [Id] uniqueidentifier NOT NULL,
        [Role] nvarchar(40) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Fonction] nvarchar(200) NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [Adresse] nvarchar(400) NULL,
        [EstRetire] bit NOT NULL,
        [CommissionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_CommissionsConsultatifs] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CommissionsConsultatifs_Commissions_CommissionId] FOREIGN KEY ([CommissionId]) REFERENCES [Commissions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [CommissionsDesignations] (
        [Id] uniqueidentifier NOT NULL,
        [Siege] uniqueidentifier NOT NULL,
        [Rang] nvarchar(40) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Fonction] nvarchar(200) NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [Adresse] nvarchar(400) NULL,
        [Du] date NOT NULL,
        [Au] date NULL,
        [Deliberation] nvarchar(100) NULL,
        [DateDeLaDeliberation] date NULL,
        [EluParmiSaCao] bit NOT NULL,
        [CommissionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_CommissionsDesignations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CommissionsDesignations_Commissions_CommissionId] FOREIGN KEY ([CommissionId]) REFERENCES [Commissions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [CommissionsSieges] (
        [Id] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NULL,
        [Nom] nvarchar(300) NOT NULL,
        [EstPresident] bit NOT NULL,
        [Ordre] int NOT NULL,
        [MembreAvecCao] bit NOT NULL,
        [CommissionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_CommissionsSieges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CommissionsSieges_Commissions_CommissionId] FOREIGN KEY ([CommissionId]) REFERENCES [Commissions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Seances] (
        [Id] uniqueidentifier NOT NULL,
        [Reference] nvarchar(20) NOT NULL,
        [Commission] uniqueidentifier NOT NULL,
        [Date] date NOT NULL,
        [Heure] time NOT NULL,
        [Mode] nvarchar(40) NOT NULL,
        [Lieu] nvarchar(300) NULL,
        [Lien] nvarchar(500) NULL,
        [Modalites] nvarchar(1000) NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Premiere] uniqueidentifier NULL,
        [DateDeLaPremiere] date NULL,
        [NumeroDeConvocation] int NOT NULL,
        [ConvoqueeLe] date NULL,
        [RectificativeDue] bit NOT NULL,
        [Changements] nvarchar(4000) NULL,
        [SequenceDAgenda] int NOT NULL,
        [MotifDEnvoi] nvarchar(1000) NULL,
        [MotifDOuverture] nvarchar(1000) NULL,
        [FigeeLe] datetime2(3) NULL,
        [OuverteLe] datetime2(3) NULL,
        [CloseLe] datetime2(3) NULL,
        [PointEnCours] int NULL,
        [MotifDeFin] nvarchar(1000) NULL,
        [PvSigne] uniqueidentifier NULL,
        [NomDuPv] nvarchar(255) NULL,
        [PvSigneLe] datetime2(3) NULL,
        [DistancePermise] bit NOT NULL,
        [EnvoiTardifPermis] bit NOT NULL,
        [FondementDesRegles] nvarchar(200) NOT NULL,
        [JoursFrancs] int NOT NULL,
        [JoursFrancsALaSeconde] int NOT NULL,
        [RegleDeQuorum] nvarchar(40) NOT NULL,
        [SecondeSansQuorum] bit NOT NULL,
        [SuppleantObligatoire] bit NOT NULL,
        [VoixPreponderante] bit NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Seances] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Seances_Commissions_Commission] FOREIGN KEY ([Commission]) REFERENCES [Commissions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Seances_Seances_Premiere] FOREIGN KEY ([Premiere]) REFERENCES [Seances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsComite] (
        [Id] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [DesignePar] nvarchar(200) NOT NULL,
        [Du] date NOT NULL,
        [Au] date NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ConventionsComite] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConventionsComite_ConventionsConstitutives_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsConstitutives] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsDocuments] (
        [Id] uniqueidentifier NOT NULL,
        [Genre] nvarchar(40) NOT NULL,
        [Libelle] nvarchar(200) NOT NULL,
        [Du] date NOT NULL,
        [Piece] uniqueidentifier NOT NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ConventionsDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConventionsDocuments_ConventionsConstitutives_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsConstitutives] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsParties] (
        [Id] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Representant] nvarchar(200) NULL,
        [Qualite] nvarchar(200) NULL,
        [Deliberation_Numero] nvarchar(60) NULL,
        [Deliberation_AdopteeLe] date NULL,
        [Deliberation_PublieeLe] date NULL,
        [Deliberation_TransmiseLe] date NULL,
        [Deliberation_AccuseeLe] date NULL,
        [Deliberation_Piece] uniqueidentifier NULL,
        [SigneeLe] date NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ConventionsParties] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConventionsParties_ConventionsConstitutives_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsConstitutives] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsTaches] (
        [Numero] int NOT NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        [Libelle] nvarchar(200) NOT NULL,
        [Responsable] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ConventionsTaches] PRIMARY KEY ([ConventionId], [Numero]),
        CONSTRAINT [FK_ConventionsTaches_ConventionsConstitutives_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsConstitutives] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ComptesDePlateforme] (
        [Id] uniqueidentifier NOT NULL,
        [Convention] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Titulaire] nvarchar(200) NOT NULL,
        [Courriel] nvarchar(254) NOT NULL,
        [OuvertLe] date NOT NULL,
        [FermeLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_ComptesDePlateforme] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ComptesDePlateforme_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ComptesDePlateforme_ConventionsDAcces_Convention] FOREIGN KEY ([Convention]) REFERENCES [ConventionsDAcces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsAvenants] (
        [Numero] int NOT NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        [Objet] nvarchar(500) NOT NULL,
        [Texte] nvarchar(max) NULL,
        [Regles_DureeInitialeEnAnnees] int NULL,
        [Regles_Reconduction] nvarchar(40) NULL,
        [Regles_PeriodeDeReconductionEnAnnees] int NULL,
        [Regles_ReconductionsAuPlus] int NULL,
        [Regles_PreavisDeLaCollectiviteEnMois] int NULL,
        [Regles_PreavisDuCdgEnMois] int NULL,
        [Regles_DelaiDeMiseEnDemeureEnJours] int NULL,
        [SigneParLaCollectiviteLe] date NULL,
        [SigneParLeCdgLe] date NULL,
        [Effet] date NULL,
        CONSTRAINT [PK_ConventionsAvenants] PRIMARY KEY ([ConventionId], [Numero]),
        CONSTRAINT [FK_ConventionsAvenants_ConventionsDAcces_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsDAcces] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsDenonciations] (
        [Numero] int NOT NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        [Auteur] nvarchar(40) NOT NULL,
        [Motif] nvarchar(500) NULL,
        [DernierJourAnnonce] date NULL,
        [MiseEnDemeure] int NULL,
        [Lettre_EnvoyeLe] date NOT NULL,
        [Lettre_Numero] nvarchar(40) NULL,
        [Lettre_Issue] nvarchar(40) NULL,
        [Lettre_PresenteLe] date NULL,
        [Lettre_RemisLe] date NULL,
        [Archives_EnvoyeLe] date NULL,
        [Archives_Numero] nvarchar(40) NULL,
        [Archives_Issue] nvarchar(40) NULL,
        [Archives_PresenteLe] date NULL,
        [Archives_RemisLe] date NULL,
        [DernierJour] date NULL,
        [RetireeLe] date NULL,
        CONSTRAINT [PK_ConventionsDenonciations] PRIMARY KEY ([ConventionId], [Numero]),
        CONSTRAINT [FK_ConventionsDenonciations_ConventionsDAcces_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsDAcces] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsMisesEnDemeure] (
        [Numero] int NOT NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        [Titre] nvarchar(60) NOT NULL,
        [TitreEchuLe] date NOT NULL,
        [DelaiEnJours] int NOT NULL,
        [Lettre_EnvoyeLe] date NOT NULL,
        [Lettre_Numero] nvarchar(40) NULL,
        [Lettre_Issue] nvarchar(40) NULL,
        [Lettre_PresenteLe] date NULL,
        [Lettre_RemisLe] date NULL,
        [RegulariseeLe] date NULL,
        CONSTRAINT [PK_ConventionsMisesEnDemeure] PRIMARY KEY ([ConventionId], [Numero]),
        CONSTRAINT [FK_ConventionsMisesEnDemeure_ConventionsDAcces_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsDAcces] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsPieces] (
        [Numero] int NOT NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Fichier] uniqueidentifier NOT NULL,
        [DeposeeLe] datetime2(3) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Motif] nvarchar(500) NULL,
        CONSTRAINT [PK_ConventionsPieces] PRIMARY KEY ([ConventionId], [Numero]),
        CONSTRAINT [FK_ConventionsPieces_ConventionsDAcces_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsDAcces] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_ConventionsPieces_Pieces_Fichier] FOREIGN KEY ([Fichier]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsRestitutions] (
        [ConventionId] uniqueidentifier NOT NULL,
        [OuverteLe] date NOT NULL,
        [MiseADispositionLe] date NULL,
        [RecueLe] date NULL,
        [Signataire] nvarchar(200) NULL,
        [Recu] uniqueidentifier NULL,
        CONSTRAINT [PK_ConventionsRestitutions] PRIMARY KEY ([ConventionId]),
        CONSTRAINT [FK_ConventionsRestitutions_ConventionsDAcces_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsDAcces] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_ConventionsRestitutions_Pieces_Recu] FOREIGN KEY ([Recu]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [CourriersDestinataires] (
        [Rang] int NOT NULL,
        [CourrierId] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Adresse] nvarchar(500) NOT NULL,
        [Collectivite] uniqueidentifier NULL,
        [NumeroDAccuse] nvarchar(40) NULL,
        [PremierePresentation] date NULL,
        [RemisLe] date NULL,
        [Issue] nvarchar(40) NOT NULL,
        [Accuse] uniqueidentifier NULL,
        CONSTRAINT [PK_CourriersDestinataires] PRIMARY KEY ([CourrierId], [Rang]),
        CONSTRAINT [FK_CourriersDestinataires_Courriers_CourrierId] FOREIGN KEY ([CourrierId]) REFERENCES [Courriers] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_CourriersDestinataires_Pieces_Accuse] FOREIGN KEY ([Accuse]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DossiersDeRetraitSommes] (
        [Id] uniqueidentifier NOT NULL,
        [Libelle] nvarchar(200) NOT NULL,
        [Centimes] bigint NOT NULL,
        [DueLe] date NOT NULL,
        [DossierId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DossiersDeRetraitSommes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DossiersDeRetraitSommes_DossiersDeRetrait_DossierId] FOREIGN KEY ([DossierId]) REFERENCES [DossiersDeRetrait] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Appels] (
        [Id] uniqueidentifier NOT NULL,
        [Campagne] uniqueidentifier NULL,
        [Grille] uniqueidentifier NULL,
        [Source] nvarchar(40) NOT NULL,
        [SourceId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NULL,
        [Exercice] int NOT NULL,
        [Type] nvarchar(30) NOT NULL,
        [Occurrence] nvarchar(80) NOT NULL,
        [Rang] int NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Rectifie] uniqueidentifier NULL,
        [Motif] nvarchar(500) NULL,
        [SurExerciceClos] bit NOT NULL,
        [Numero] int NULL,
        [Convention] nvarchar(200) NOT NULL,
        [DateDAppel] date NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [ReprisPar] uniqueidentifier NULL,
        [NumeroDeTitre] nvarchar(40) NULL,
        [DateDeTitre] date NULL,
        [PayeLe] date NULL,
        [NombreDeRelances] int NOT NULL,
        [DerniereRelanceLe] date NULL,
        [MiseEnDemeureLe] date NULL,
        [DelaiDePaiement] int NOT NULL,
        [EcartEntreRelances] int NOT NULL,
        [ExporteLe] datetime2(3) NULL,
        [Export] uniqueidentifier NULL,
        [AnnuelHtCentimes] bigint NOT NULL,
        [Chorus_CodeDuService] nvarchar(100) NULL,
        [Chorus_EngagementObligatoire] bit NOT NULL,
        [Chorus_NumeroDEngagement] nvarchar(100) NULL,
        [Chorus_ServiceObligatoire] bit NOT NULL,
        [CorrectionsTtcCentimes] bigint NOT NULL,
        [Debiteur_Categorie] nvarchar(40) NOT NULL,
        [Debiteur_CodePostal] nvarchar(5) NULL,
        [Debiteur_Ligne1] nvarchar(200) NULL,
        [Debiteur_Ligne2] nvarchar(200) NULL,
        [Debiteur_Nom] nvarchar(300) NOT NULL,
        [Debiteur_Siret] nvarchar(14) NULL,
        [Debiteur_Ville] nvarchar(200) NULL,
        [Imputation_Fonction] nvarchar(30) NULL,
        [Imputation_Nature] nvarchar(30) NULL,
        [Imputation_Service] nvarchar(30) NULL,
        [Liquidation_Affiliee] bit NOT NULL,
        [Liquidation_Agents] int NULL,
        [Liquidation_CasLimite] bit NOT NULL,
        [Liquidation_Consultations] int NULL,
        [Liquidation_Debut] date NOT NULL,
        [Liquidation_Denominateur] int NOT NULL,
        [Liquidation_Fiche] nvarchar(1000) NOT NULL,
        [Liquidation_Fin] date NOT NULL,
        [Liquidation_Methode] nvarchar(40) NOT NULL,
        [Liquidation_Numerateur] int NOT NULL,
        [Liquidation_Population] int NULL,
        [Liquidation_Tranches] nvarchar(300) NOT NULL,
        [Mentions_AdresseDuComptable] nvarchar(500) NOT NULL,
        [Mentions_Comptable] nvarchar(500) NOT NULL,
        [Mentions_Deliberation] nvarchar(500) NULL,
        [Mentions_Fondement] nvarchar(500) NOT NULL,
        [Mentions_Iban] nvarchar(34) NULL,
        [Mentions_Objet] nvarchar(500) NOT NULL,
        [Mentions_Signataire] nvarchar(200) NOT NULL,
        [Mentions_VoiesDeRecours] nvarchar(2000) NOT NULL,
        [MontantHtCentimes] bigint NOT NULL,
        [PayeTtcCentimes] bigint NOT NULL,
        [PropreHtCentimes] bigint NOT NULL,
        [ReportHtCentimes] bigint NOT NULL,
        [MontantTtcCentimes] bigint NOT NULL,
        [TvaCentiemes] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Appels] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Appels_Appels_Rectifie] FOREIGN KEY ([Rectifie]) REFERENCES [Appels] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Appels_Appels_ReprisPar] FOREIGN KEY ([ReprisPar]) REFERENCES [Appels] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Appels_CampagnesDAppel_Campagne] FOREIGN KEY ([Campagne]) REFERENCES [CampagnesDAppel] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Appels_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Appels_Grilles_Grille] FOREIGN KEY ([Grille]) REFERENCES [Grilles] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Appels_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [GrillesApplications] (
        [Grille] uniqueidentifier NOT NULL,
        [SourceId] uniqueidentifier NOT NULL,
        [Source] nvarchar(40) NOT NULL,
        [Voie] nvarchar(40) NOT NULL,
        [Effet] date NOT NULL,
        [NoteeLe] datetime2(3) NOT NULL,
        [NoteePar] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_GrillesApplications] PRIMARY KEY ([Grille], [SourceId]),
        CONSTRAINT [FK_GrillesApplications_Grilles_Grille] FOREIGN KEY ([Grille]) REFERENCES [Grilles] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [GrillesCasLimites] (
        [Axe] nvarchar(40) NOT NULL,
        [Valeur] int NOT NULL,
        [GrilleId] uniqueidentifier NOT NULL,
        [Tranche] int NOT NULL,
        [ConfirmationRequise] bit NOT NULL,
        [Motif] nvarchar(500) NOT NULL,
        CONSTRAINT [PK_GrillesCasLimites] PRIMARY KEY ([GrilleId], [Axe], [Valeur]),
        CONSTRAINT [FK_GrillesCasLimites_Grilles_GrilleId] FOREIGN KEY ([GrilleId]) REFERENCES [Grilles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [GrillesCellules] (
        [Coordonnees] nvarchar(60) NOT NULL,
        [GrilleId] uniqueidentifier NOT NULL,
        [PremiereAnneeHtCentimes] bigint NOT NULL,
        [AnneesSuivantesHtCentimes] bigint NOT NULL,
        CONSTRAINT [PK_GrillesCellules] PRIMARY KEY ([GrilleId], [Coordonnees]),
        CONSTRAINT [FK_GrillesCellules_Grilles_GrilleId] FOREIGN KEY ([GrilleId]) REFERENCES [Grilles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [GrillesExemptions] (
        [Categorie] nvarchar(40) NOT NULL,
        [GrilleId] uniqueidentifier NOT NULL,
        [Condition] nvarchar(40) NOT NULL,
        [Fondement] nvarchar(300) NOT NULL,
        CONSTRAINT [PK_GrillesExemptions] PRIMARY KEY ([GrilleId], [Categorie]),
        CONSTRAINT [FK_GrillesExemptions_Grilles_GrilleId] FOREIGN KEY ([GrilleId]) REFERENCES [Grilles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [GrillesTranches] (
        [Axe] nvarchar(40) NOT NULL,
        [Numero] int NOT NULL,
        [GrilleId] uniqueidentifier NOT NULL,
        [Libelle] nvarchar(120) NOT NULL,
        [Minimum] int NULL,
        [MinimumInclus] bit NOT NULL,
        [Maximum] int NULL,
        [MaximumInclus] bit NOT NULL,
        [Valeurs] nvarchar(1000) NULL,
        CONSTRAINT [PK_GrillesTranches] PRIMARY KEY ([GrilleId], [Axe], [Numero]),
        CONSTRAINT [FK_GrillesTranches_Grilles_GrilleId] FOREIGN KEY ([GrilleId]) REFERENCES [Grilles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ImportsDeConventionsLignes] (
        [Numero] int NOT NULL,
        [ImportId] uniqueidentifier NOT NULL,
        [Convention] uniqueidentifier NOT NULL,
        [Effet] nvarchar(40) NOT NULL,
        [Avant] nvarchar(max) NULL,
        [VersionEcrite] int NOT NULL,
        [Sort] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_ImportsDeConventionsLignes] PRIMARY KEY ([ImportId], [Numero]),
        CONSTRAINT [FK_ImportsDeConventionsLignes_ConventionsDAcces_Convention] FOREIGN KEY ([Convention]) REFERENCES [ConventionsDAcces] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ImportsDeConventionsLignes_ImportsDeConventions_ImportId] FOREIGN KEY ([ImportId]) REFERENCES [ImportsDeConventions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Commandes] (
        [Id] uniqueidentifier NOT NULL,
        [MarcheId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Jour] date NOT NULL,
        [Annee] int NOT NULL,
        [MontantCentimes] bigint NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Reference] nvarchar(60) NULL,
        [EstDepassement] bit NOT NULL,
        [Motif] nvarchar(500) NULL,
        CONSTRAINT [PK_Commandes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Commandes_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Commandes_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Incidents] (
        [Id] uniqueidentifier NOT NULL,
        [MarcheId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Texte] nvarchar(2000) NOT NULL,
        [DeclarePar] nvarchar(200) NOT NULL,
        [DeclareLe] date NOT NULL,
        [TransmisLe] date NULL,
        [ReponduLe] date NULL,
        [Reponse] nvarchar(2000) NULL,
        [PenalitesCentimes] bigint NOT NULL,
        [ClosLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Incidents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Incidents_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Incidents_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesAttestations] (
        [Numero] int NOT NULL,
        [MarcheId] uniqueidentifier NOT NULL,
        [Nature] nvarchar(200) NOT NULL,
        [ExpireLe] date NOT NULL,
        CONSTRAINT [PK_MarchesAttestations] PRIMARY KEY ([MarcheId], [Numero]),
        CONSTRAINT [FK_MarchesAttestations_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesAvenants] (
        [Numero] int NOT NULL,
        [MarcheId] uniqueidentifier NOT NULL,
        [Cas] nvarchar(40) NOT NULL,
        [Objet] nvarchar(500) NOT NULL,
        [MontantCentimes] bigint NOT NULL,
        [SigneLe] date NOT NULL,
        [Justification] nvarchar(2000) NULL,
        [AvisDeLaCaoLe] date NULL,
        [ProlongationEnMois] int NOT NULL,
        [NouveauTitulaire] nvarchar(300) NULL,
        [SiretDuNouveauTitulaire] nvarchar(20) NULL,
        CONSTRAINT [PK_MarchesAvenants] PRIMARY KEY ([MarcheId], [Numero]),
        CONSTRAINT [FK_MarchesAvenants_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesBilans] (
        [MarcheId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Annee] int NOT NULL,
        [AttenduLe] date NOT NULL,
        [RenduLe] datetime2(3) NULL,
        [RenduPar] nvarchar(200) NULL,
        [RelanceLe] date NULL,
        [Relances] int NOT NULL,
        [MontantDeclareCentimes] bigint NULL,
        [Satisfaction] int NULL,
        [BesoinsRestants] nvarchar(2000) NULL,
        [IncidentsEtPenalites] nvarchar(2000) NULL,
        CONSTRAINT [PK_MarchesBilans] PRIMARY KEY ([MarcheId], [Collectivite], [Annee]),
        CONSTRAINT [FK_MarchesBilans_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MarchesBilans_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesBpu] (
        [MarcheId] uniqueidentifier NOT NULL,
        [Numero] int NOT NULL,
        [Du] date NOT NULL,
        [Conditions] nvarchar(1000) NULL,
        [Par] nvarchar(200) NOT NULL,
        [Le] datetime2(3) NOT NULL,
        CONSTRAINT [PK_MarchesBpu] PRIMARY KEY ([MarcheId], [Numero]),
        CONSTRAINT [FK_MarchesBpu_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesBpuPrix] (
        [MarcheId] uniqueidentifier NOT NULL,
        [Version] int NOT NULL,
        [Ligne] int NOT NULL,
        [Designation] nvarchar(300) NOT NULL,
        [Unite] nvarchar(40) NOT NULL,
        [Prix] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_MarchesBpuPrix] PRIMARY KEY ([MarcheId], [Version], [Ligne]),
        CONSTRAINT [FK_MarchesBpuPrix_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesInformations] (
        [MarcheId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Objet] nvarchar(40) NOT NULL,
        [Adresse] nvarchar(254) NOT NULL,
        [Envoi] uniqueidentifier NOT NULL,
        [Le] datetime2(3) NOT NULL,
        CONSTRAINT [PK_MarchesInformations] PRIMARY KEY ([MarcheId], [Collectivite], [Objet]),
        CONSTRAINT [FK_MarchesInformations_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MarchesInformations_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesReconductions] (
        [Numero] int NOT NULL,
        [MarcheId] uniqueidentifier NOT NULL,
        [Mois] int NOT NULL,
        [Mode] nvarchar(40) NOT NULL,
        [PreavisEnMois] int NOT NULL,
        [DecisionAvant] date NULL,
        [EstReconduit] bit NULL,
        [DecideeLe] date NULL,
        [Motif] nvarchar(2000) NULL,
        CONSTRAINT [PK_MarchesReconductions] PRIMARY KEY ([MarcheId], [Numero]),
        CONSTRAINT [FK_MarchesReconductions_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesRevisions] (
        [Numero] int NOT NULL,
        [MarcheId] uniqueidentifier NOT NULL,
        [Le] date NOT NULL,
        [Indice] nvarchar(200) NOT NULL,
        [Coefficient] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_MarchesRevisions] PRIMARY KEY ([MarcheId], [Numero]),
        CONSTRAINT [FK_MarchesRevisions_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesSousTraitants] (
        [Numero] int NOT NULL,
        [MarcheId] uniqueidentifier NOT NULL,
        [Nom] nvarchar(300) NOT NULL,
        [Siret] nvarchar(20) NULL,
        [Prestations] nvarchar(500) NOT NULL,
        [MontantTtcCentimes] bigint NOT NULL,
        [RecuLe] date NOT NULL,
        [AlerteEnJours] int NOT NULL,
        [MontantHtCentimes] bigint NULL,
        [DureeEnMois] int NULL,
        [Variation] nvarchar(40) NULL,
        [SilenceLe] date NOT NULL,
        [EstPayeDirectement] bit NOT NULL,
        [EstAgree] bit NULL,
        [DecideLe] date NULL,
        [Motif] nvarchar(2000) NULL,
        CONSTRAINT [PK_MarchesSousTraitants] PRIMARY KEY ([MarcheId], [Numero]),
        CONSTRAINT [FK_MarchesSousTraitants_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [MarchesTitulaires] (
        [Numero] int NOT NULL,
        [MarcheId] uniqueidentifier NOT NULL,
        [Nom] nvarchar(300) NOT NULL,
        [Siret] nvarchar(20) NULL,
        CONSTRAINT [PK_MarchesTitulaires] PRIMARY KEY ([MarcheId], [Numero]),
        CONSTRAINT [FK_MarchesTitulaires_Marches_MarcheId] FOREIGN KEY ([MarcheId]) REFERENCES [Marches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DocumentsProduits] (
        [Id] uniqueidentifier NOT NULL,
        [Nature] nvarchar(80) NOT NULL,
        [ObjetType] nvarchar(60) NOT NULL,
        [ObjetId] uniqueidentifier NOT NULL,
        [Titre] nvarchar(300) NOT NULL,
        [CleDeRecherche] nvarchar(700) NOT NULL,
        [Groupement] uniqueidentifier NULL,
        [Collectivite] uniqueidentifier NULL,
        [Destinataire] uniqueidentifier NULL,
        [NomDuDestinataire] nvarchar(300) NULL,
        [Piece] uniqueidentifier NOT NULL,
        [Modele] uniqueidentifier NULL,
        [NomDuModele] nvarchar(200) NOT NULL,
        [VersionDuModele] int NULL,
        [Sha256DuModele] nvarchar(64) NOT NULL,
        [Donnees] nvarchar(max) NOT NULL,
        [Serie] uniqueidentifier NULL,
        [ProduitLe] datetime2(3) NOT NULL,
        [ActeurId] uniqueidentifier NOT NULL,
        [ActeurNom] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_DocumentsProduits] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DocumentsProduits_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DocumentsProduits_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DocumentsProduits_Modeles_Modele] FOREIGN KEY ([Modele]) REFERENCES [Modeles] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DocumentsProduits_Pieces_Piece] FOREIGN KEY ([Piece]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ModelesParDefaut] (
        [Nature] nvarchar(80) NOT NULL,
        [Portee] uniqueidentifier NOT NULL,
        [Modele] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ModelesParDefaut] PRIMARY KEY ([Nature], [Portee]),
        CONSTRAINT [FK_ModelesParDefaut_Modeles_Modele] FOREIGN KEY ([Modele]) REFERENCES [Modeles] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ModelesVersions] (
        [Numero] int NOT NULL,
        [ModeleId] uniqueidentifier NOT NULL,
        [Piece] uniqueidentifier NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [DeposeeLe] datetime2(3) NOT NULL,
        [DeposeePar] nvarchar(200) NOT NULL,
        [Commentaire] nvarchar(300) NULL,
        CONSTRAINT [PK_ModelesVersions] PRIMARY KEY ([ModeleId], [Numero]),
        CONSTRAINT [FK_ModelesVersions_Modeles_ModeleId] FOREIGN KEY ([ModeleId]) REFERENCES [Modeles] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_ModelesVersions_Pieces_Piece] FOREIGN KEY ([Piece]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [CodesTiers] (
        [Profil] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_CodesTiers] PRIMARY KEY ([Profil], [Collectivite]),
        CONSTRAINT [FK_CodesTiers_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CodesTiers_ProfilsDExport_Profil] FOREIGN KEY ([Profil]) REFERENCES [ProfilsDExport] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RegistresDeports] (
        [Numero] int NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Personne] nvarchar(200) NOT NULL,
        [Lot] int NULL,
        [Motif] nvarchar(1000) NOT NULL,
        [Le] date NOT NULL,
        CONSTRAINT [PK_RegistresDeports] PRIMARY KEY ([ProcedureId], [Numero]),
        CONSTRAINT [FK_RegistresDeports_Registres_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Registres] ([ProcedureId]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RegistresPlis] (
        [Numero] int NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Entreprise] nvarchar(300) NOT NULL,
        [Siret] nvarchar(20) NULL,
        [DeposeLe] datetime2 NOT NULL,
        [Phase] nvarchar(40) NOT NULL,
        [LotsEnTexte] nvarchar(400) NOT NULL,
        [EstTardif] bit NOT NULL,
        [RemplacePar] int NULL,
        [Candidature] nvarchar(40) NOT NULL,
        [Motif] nvarchar(2000) NULL,
        CONSTRAINT [PK_RegistresPlis] PRIMARY KEY ([ProcedureId], [Numero]),
        CONSTRAINT [FK_RegistresPlis_Registres_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Registres] ([ProcedureId]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RegistresQuestions] (
        [Numero] int NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Texte] nvarchar(4000) NOT NULL,
        [RecueLe] date NOT NULL,
        [Reponse] nvarchar(4000) NULL,
        [ReponduLe] date NULL,
        CONSTRAINT [PK_RegistresQuestions] PRIMARY KEY ([ProcedureId], [Numero]),
        CONSTRAINT [FK_RegistresQuestions_Registres_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Registres] ([ProcedureId]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RegistresRetraits] (
        [Numero] int NOT NULL,
        [ProcedureId] uniqueidentifier NOT NULL,
        [Entreprise] nvarchar(300) NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [Le] datetime2 NOT NULL,
        CONSTRAINT [PK_RegistresRetraits] PRIMARY KEY ([ProcedureId], [Numero]),
        CONSTRAINT [FK_RegistresRetraits_Registres_ProcedureId] FOREIGN KEY ([ProcedureId]) REFERENCES [Registres] ([ProcedureId]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ReunionsDeComiteActions] (
        [Id] uniqueidentifier NOT NULL,
        [Libelle] nvarchar(300) NOT NULL,
        [Responsable] nvarchar(300) NOT NULL,
        [PourLe] date NULL,
        [FaiteLe] date NULL,
        [ReunionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReunionsDeComiteActions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReunionsDeComiteActions_ReunionsDeComite_ReunionId] FOREIGN KEY ([ReunionId]) REFERENCES [ReunionsDeComite] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ReunionsDeComitePresences] (
        [Id] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [EstPresent] bit NOT NULL,
        [ReunionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReunionsDeComitePresences] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReunionsDeComitePresences_ReunionsDeComite_ReunionId] FOREIGN KEY ([ReunionId]) REFERENCES [ReunionsDeComite] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Refacturations] (
        [Id] uniqueidentifier NOT NULL,
        [Groupement] uniqueidentifier NOT NULL,
        [Exercice] int NOT NULL,
        [Intitule] nvarchar(200) NOT NULL,
        [Occurrence] nvarchar(80) NOT NULL,
        [Procedure] uniqueidentifier NULL,
        [Session] uniqueidentifier NULL,
        [Partage] nvarchar(40) NOT NULL,
        [Parmi] nvarchar(40) NOT NULL,
        [Strates] uniqueidentifier NULL,
        [Fondement] nvarchar(500) NOT NULL,
        [ArreteeLe] date NULL,
        [Imputation_Fonction] nvarchar(30) NULL,
        [Imputation_Nature] nvarchar(30) NULL,
        [Imputation_Service] nvarchar(30) NULL,
        [TvaCentiemes] int NOT NULL,
        [Type_Code] nvarchar(30) NOT NULL,
        [Type_Declencheur] nvarchar(40) NOT NULL,
        [Type_Libelle] nvarchar(200) NOT NULL,
        [Type_Nature] nvarchar(40) NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Refacturations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Refacturations_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Refacturations_Procedures_Procedure] FOREIGN KEY ([Procedure]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Refacturations_SessionsDePresentation_Session] FOREIGN KEY ([Session]) REFERENCES [SessionsDePresentation] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SessionsInscriptions] (
        [Id] uniqueidentifier NOT NULL,
        [Session] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Personne] nvarchar(200) NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [InscriteLe] datetime2(3) NOT NULL,
        [AnnuleeLe] datetime2(3) NULL,
        [EstPresente] bit NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_SessionsInscriptions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SessionsInscriptions_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SessionsInscriptions_SessionsDePresentation_Session] FOREIGN KEY ([Session]) REFERENCES [SessionsDePresentation] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [TransmissionsMembres] (
        [Transmission] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [ParCourrier] bit NOT NULL,
        [LuLe] datetime2(3) NULL,
        [LuPar] nvarchar(200) NULL,
        CONSTRAINT [PK_TransmissionsMembres] PRIMARY KEY ([Transmission], [Collectivite]),
        CONSTRAINT [FK_TransmissionsMembres_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TransmissionsMembres_Transmissions_Transmission] FOREIGN KEY ([Transmission]) REFERENCES [Transmissions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DossiersDAdhesionChoix] (
        [Prestation] uniqueidentifier NOT NULL,
        [DossierId] uniqueidentifier NOT NULL,
        [ChoisieLe] date NOT NULL,
        CONSTRAINT [PK_DossiersDAdhesionChoix] PRIMARY KEY ([DossierId], [Prestation]),
        CONSTRAINT [FK_DossiersDAdhesionChoix_DossiersDAdhesion_DossierId] FOREIGN KEY ([DossierId]) REFERENCES [DossiersDAdhesion] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DossiersDAdhesionCorrections] (
        [Id] uniqueidentifier NOT NULL,
        [Piece] uniqueidentifier NOT NULL,
        [Texte] nvarchar(1000) NOT NULL,
        [DemandeeLe] date NOT NULL,
        [SatisfaiteLe] date NULL,
        [DossierId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DossiersDAdhesionCorrections] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DossiersDAdhesionCorrections_DossiersDAdhesion_DossierId] FOREIGN KEY ([DossierId]) REFERENCES [DossiersDAdhesion] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DossiersDAdhesionPieces] (
        [Id] uniqueidentifier NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Etat] nvarchar(40) NOT NULL,
        [Fichier] uniqueidentifier NULL,
        [RecueLe] date NULL,
        [DossierId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DossiersDAdhesionPieces] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DossiersDAdhesionPieces_DossiersDAdhesion_DossierId] FOREIGN KEY ([DossierId]) REFERENCES [DossiersDAdhesion] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [Convocations] (
        [Id] uniqueidentifier NOT NULL,
        [Seance] uniqueidentifier NOT NULL,
        [Numero] int NOT NULL,
        [Personne] uniqueidentifier NOT NULL,
        [Siege] uniqueidentifier NULL,
        [Qualite] nvarchar(40) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Fonction] nvarchar(200) NOT NULL,
        [Membre] nvarchar(300) NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [Adresse] nvarchar(400) NULL,
        [Canal] nvarchar(40) NOT NULL,
        [AdresseeLe] date NULL,
        [EnvoyeeLe] datetime2(3) NULL,
        [Preuve] nvarchar(300) NULL,
        [Envoi] uniqueidentifier NULL,
        [Lien] uniqueidentifier NULL,
        [LienRetire] bit NOT NULL,
        [EstRejetee] bit NOT NULL,
        [MotifDuRejet] nvarchar(500) NULL,
        [OuverteLe] datetime2(3) NULL,
        [Reponse] nvarchar(40) NULL,
        [RepondueLe] datetime2(3) NULL,
        [EmpreinteDuCode] nvarchar(64) NULL,
        [CodeJusqua] datetime2(3) NULL,
        [EssaisDuCode] int NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Convocations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Convocations_Seances_Seance] FOREIGN KEY ([Seance]) REFERENCES [Seances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesDeports] (
        [Point] int NOT NULL,
        [Personne] uniqueidentifier NOT NULL,
        [SeanceId] uniqueidentifier NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Motif] nvarchar(500) NULL,
        [ParLaPersonne] bit NOT NULL,
        [DeclareLe] datetime2(3) NOT NULL,
        CONSTRAINT [PK_SeancesDeports] PRIMARY KEY ([SeanceId], [Point], [Personne]),
        CONSTRAINT [FK_SeancesDeports_Seances_SeanceId] FOREIGN KEY ([SeanceId]) REFERENCES [Seances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesDocuments] (
        [Point] int NOT NULL,
        [Piece] uniqueidentifier NOT NULL,
        [SeanceId] uniqueidentifier NOT NULL,
        [Nom] nvarchar(255) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_SeancesDocuments] PRIMARY KEY ([SeanceId], [Point], [Piece]),
        CONSTRAINT [FK_SeancesDocuments_Seances_SeanceId] FOREIGN KEY ([SeanceId]) REFERENCES [Seances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesInvites] (
        [Personne] uniqueidentifier NOT NULL,
        [SeanceId] uniqueidentifier NOT NULL,
        [Role] nvarchar(40) NOT NULL,
        [Nom] nvarchar(200) NOT NULL,
        [Fonction] nvarchar(200) NOT NULL,
        [Courriel] nvarchar(254) NULL,
        [Adresse] nvarchar(400) NULL,
        CONSTRAINT [PK_SeancesInvites] PRIMARY KEY ([SeanceId], [Personne]),
        CONSTRAINT [FK_SeancesInvites_Seances_SeanceId] FOREIGN KEY ([SeanceId]) REFERENCES [Seances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesOffres] (
        [Point] int NOT NULL,
        [Ordre] int NOT NULL,
        [SeanceId] uniqueidentifier NOT NULL,
        [Candidat] nvarchar(200) NOT NULL,
        [Note] decimal(18,4) NULL,
        [Rang] int NULL,
        [MontantCentimes] bigint NULL,
        [MotifDeRejet] nvarchar(1000) NULL,
        CONSTRAINT [PK_SeancesOffres] PRIMARY KEY ([SeanceId], [Point], [Ordre]),
        CONSTRAINT [FK_SeancesOffres_Seances_SeanceId] FOREIGN KEY ([SeanceId]) REFERENCES [Seances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesPlaces] (
        [Siege] uniqueidentifier NOT NULL,
        [SeanceId] uniqueidentifier NOT NULL,
        [Ordre] int NOT NULL,
        [Membre] nvarchar(300) NOT NULL,
        [EstPresident] bit NOT NULL,
        [Titulaire] uniqueidentifier NULL,
        [NomDuTitulaire] nvarchar(200) NULL,
        [FonctionDuTitulaire] nvarchar(200) NULL,
        [Suppleant] uniqueidentifier NULL,
        [NomDuSuppleant] nvarchar(200) NULL,
        [FonctionDuSuppleant] nvarchar(200) NULL,
        CONSTRAINT [PK_SeancesPlaces] PRIMARY KEY ([SeanceId], [Siege]),
        CONSTRAINT [FK_SeancesPlaces_Seances_SeanceId] FOREIGN KEY ([SeanceId]) REFERENCES [Seances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesPoints] (
        [Numero] int NOT NULL,
        [SeanceId] uniqueidentifier NOT NULL,
        [Titre] nvarchar(400) NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Groupement] uniqueidentifier NULL,
        [Procedure] uniqueidentifier NULL,
        [Lot] int NULL,
        [Avenant] nvarchar(400) NULL,
        [Competence] nvarchar(2000) NULL,
        [MontantDAvenantCentimes] bigint NULL,
        [MotifDeSaisine] nvarchar(1000) NULL,
        [EstNouveau] bit NOT NULL,
        [VoteNominatif] bit NOT NULL,
        [Rapport] nvarchar(max) NULL,
        [Notes] nvarchar(max) NULL,
        [Observations] nvarchar(max) NULL,
        [AbordeLe] datetime2(3) NULL,
        [Issue] nvarchar(40) NULL,
        [Attributaire] nvarchar(200) NULL,
        [Motifs] nvarchar(max) NULL,
        [Pour] int NULL,
        [Contre] int NULL,
        [Abstentions] int NULL,
        [Resultat] nvarchar(40) NULL,
        [VoixPresentes] int NULL,
        [QuorumRequis] int NULL,
        [DecideLe] datetime2(3) NULL,
        [Revision] int NOT NULL,
        CONSTRAINT [PK_SeancesPoints] PRIMARY KEY ([SeanceId], [Numero]),
        CONSTRAINT [FK_SeancesPoints_Groupements_Groupement] FOREIGN KEY ([Groupement]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SeancesPoints_Procedures_Procedure] FOREIGN KEY ([Procedure]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SeancesPoints_Seances_SeanceId] FOREIGN KEY ([SeanceId]) REFERENCES [Seances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesPresences] (
        [Id] uniqueidentifier NOT NULL,
        [Seance] uniqueidentifier NOT NULL,
        [Personne] uniqueidentifier NOT NULL,
        [ADistance] bit NOT NULL,
        [Arrivee] datetime2(3) NOT NULL,
        [Depart] datetime2(3) NULL,
        CONSTRAINT [PK_SeancesPresences] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SeancesPresences_Seances_Seance] FOREIGN KEY ([Seance]) REFERENCES [Seances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesRectificatifs] (
        [Numero] int NOT NULL,
        [SeanceId] uniqueidentifier NOT NULL,
        [Piece] uniqueidentifier NOT NULL,
        [Nom] nvarchar(255) NOT NULL,
        [Motif] nvarchar(1000) NOT NULL,
        [DeposeLe] datetime2(3) NOT NULL,
        CONSTRAINT [PK_SeancesRectificatifs] PRIMARY KEY ([SeanceId], [Numero]),
        CONSTRAINT [FK_SeancesRectificatifs_Seances_SeanceId] FOREIGN KEY ([SeanceId]) REFERENCES [Seances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [SeancesVoix] (
        [Point] int NOT NULL,
        [Siege] uniqueidentifier NOT NULL,
        [SeanceId] uniqueidentifier NOT NULL,
        [Sens] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_SeancesVoix] PRIMARY KEY ([SeanceId], [Point], [Siege]),
        CONSTRAINT [FK_SeancesVoix_Seances_SeanceId] FOREIGN KEY ([SeanceId]) REFERENCES [Seances] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [ConventionsDocumentsARestituer] (
        [Numero] int NOT NULL,
        [ConventionId] uniqueidentifier NOT NULL,
        [Designation] nvarchar(300) NOT NULL,
        [Quantite] int NOT NULL,
        [Support] nvarchar(100) NULL,
        CONSTRAINT [PK_ConventionsDocumentsARestituer] PRIMARY KEY ([ConventionId], [Numero]),
        CONSTRAINT [FK_ConventionsDocumentsARestituer_ConventionsRestitutions_ConventionId] FOREIGN KEY ([ConventionId]) REFERENCES [ConventionsRestitutions] ([ConventionId]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [AppelsPaiements] (
        [Rang] int NOT NULL,
        [AppelId] uniqueidentifier NOT NULL,
        [Le] date NOT NULL,
        [MontantTtcCentimes] bigint NOT NULL,
        [Reference] nvarchar(100) NULL,
        CONSTRAINT [PK_AppelsPaiements] PRIMARY KEY ([AppelId], [Rang]),
        CONSTRAINT [FK_AppelsPaiements_Appels_AppelId] FOREIGN KEY ([AppelId]) REFERENCES [Appels] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [AppelsRelances] (
        [Rang] int NOT NULL,
        [AppelId] uniqueidentifier NOT NULL,
        [Le] date NOT NULL,
        [Par] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_AppelsRelances] PRIMARY KEY ([AppelId], [Rang]),
        CONSTRAINT [FK_AppelsRelances_Appels_AppelId] FOREIGN KEY ([AppelId]) REFERENCES [Appels] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DossiersDeConvention] (
        [Id] uniqueidentifier NOT NULL,
        [ObjetType] nvarchar(60) NOT NULL,
        [ObjetId] uniqueidentifier NOT NULL,
        [Texte] uniqueidentifier NULL,
        [ALaSignatureLe] date NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_DossiersDeConvention] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DossiersDeConvention_DocumentsProduits_Texte] FOREIGN KEY ([Texte]) REFERENCES [DocumentsProduits] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RefacturationsExemptions] (
        [Categorie] nvarchar(40) NOT NULL,
        [RefacturationId] uniqueidentifier NOT NULL,
        [Condition] nvarchar(40) NOT NULL,
        [Fondement] nvarchar(300) NOT NULL,
        CONSTRAINT [PK_RefacturationsExemptions] PRIMARY KEY ([RefacturationId], [Categorie]),
        CONSTRAINT [FK_RefacturationsExemptions_Refacturations_RefacturationId] FOREIGN KEY ([RefacturationId]) REFERENCES [Refacturations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RefacturationsLignes] (
        [Rang] int NOT NULL,
        [RefacturationId] uniqueidentifier NOT NULL,
        [Nature] nvarchar(40) NOT NULL,
        [Fournisseur] nvarchar(200) NOT NULL,
        [Le] date NOT NULL,
        [MontantHtCentimes] bigint NOT NULL,
        [Facture] nvarchar(200) NULL,
        [Procedure] uniqueidentifier NULL,
        [Session] uniqueidentifier NULL,
        CONSTRAINT [PK_RefacturationsLignes] PRIMARY KEY ([RefacturationId], [Rang]),
        CONSTRAINT [FK_RefacturationsLignes_Procedures_Procedure] FOREIGN KEY ([Procedure]) REFERENCES [Procedures] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RefacturationsLignes_Refacturations_RefacturationId] FOREIGN KEY ([RefacturationId]) REFERENCES [Refacturations] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_RefacturationsLignes_SessionsDePresentation_Session] FOREIGN KEY ([Session]) REFERENCES [SessionsDePresentation] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [RefacturationsParticipants] (
        [Collectivite] uniqueidentifier NOT NULL,
        [RefacturationId] uniqueidentifier NOT NULL,
        [Present] bit NOT NULL,
        CONSTRAINT [PK_RefacturationsParticipants] PRIMARY KEY ([RefacturationId], [Collectivite]),
        CONSTRAINT [FK_RefacturationsParticipants_Refacturations_RefacturationId] FOREIGN KEY ([RefacturationId]) REFERENCES [Refacturations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE TABLE [DossiersDeConventionAnnexes] (
        [Code] nvarchar(80) NOT NULL,
        [DossierId] uniqueidentifier NOT NULL,
        [Libelle] nvarchar(300) NOT NULL,
        [Piece] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DossiersDeConventionAnnexes] PRIMARY KEY ([DossierId], [Code]),
        CONSTRAINT [FK_DossiersDeConventionAnnexes_DossiersDeConvention_DossierId] FOREIGN KEY ([DossierId]) REFERENCES [DossiersDeConvention] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_DossiersDeConventionAnnexes_Pieces_Piece] FOREIGN KEY ([Piece]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ProceduresLots_Statut] ON [ProceduresLots] ([Statut]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Procedures_Consolidation] ON [Procedures] ([Consolidation]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Procedures_ProchaineEcheance_Id] ON [Procedures] ([ProchaineEcheance], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Groupements_Predecesseur] ON [Groupements] ([Predecesseur]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_EnvoisDeCourriel_CleDIdempotence] ON [EnvoisDeCourriel] ([CleDIdempotence]) WHERE [CleDIdempotence] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_Destinataire_DeposeLe] ON [EnvoisDeCourriel] ([Destinataire], [DeposeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_Lien] ON [EnvoisDeCourriel] ([Lien]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourriel_MessageId] ON [EnvoisDeCourriel] ([MessageId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Analyses_ProcedureId_Lot] ON [Analyses] ([ProcedureId], [Lot]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Appels_Campagne] ON [Appels] ([Campagne]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Appels_Collectivite_Etat] ON [Appels] ([Collectivite], [Etat]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Appels_Exercice_Numero] ON [Appels] ([Exercice], [Numero]) WHERE [Numero] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Appels_Grille] ON [Appels] ([Grille]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Appels_Groupement] ON [Appels] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Appels_Rectifie] ON [Appels] ([Rectifie]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Appels_ReprisPar] ON [Appels] ([ReprisPar]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Appels_SourceId_Exercice_Type_Occurrence_Rang] ON [Appels] ([SourceId], [Exercice], [Type], [Occurrence], [Rang]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ApprobationsDAvenant_Avenant_Sens] ON [ApprobationsDAvenant] ([Avenant], [Sens]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ApprobationsDAvenant_Collectivite] ON [ApprobationsDAvenant] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_AvenantsDeConvention_Collectivite] ON [AvenantsDeConvention] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AvenantsDeConvention_Groupement_Numero] ON [AvenantsDeConvention] ([Groupement], [Numero]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CampagnesDAppel_Assiette_Exercice_Occurrence] ON [CampagnesDAppel] ([Assiette], [Exercice], [Occurrence]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CampagnesDAppel_Groupement] ON [CampagnesDAppel] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CodesTiers_Collectivite] ON [CodesTiers] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Commandes_Collectivite] ON [Commandes] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Commandes_MarcheId_Collectivite_Annee_MontantCentimes] ON [Commandes] ([MarcheId], [Collectivite], [Annee], [MontantCentimes]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Commandes_MarcheId_Jour] ON [Commandes] ([MarcheId], [Jour]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Commandes_MarcheId_Reference] ON [Commandes] ([MarcheId], [Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Commissions_Coordonnateur_Regime] ON [Commissions] ([Coordonnateur], [Regime]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Commissions_Groupement] ON [Commissions] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CommissionsConsultatifs_CommissionId] ON [CommissionsConsultatifs] ([CommissionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CommissionsDesignations_Au] ON [CommissionsDesignations] ([Au]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CommissionsDesignations_CommissionId] ON [CommissionsDesignations] ([CommissionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CommissionsSieges_Collectivite] ON [CommissionsSieges] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CommissionsSieges_CommissionId] ON [CommissionsSieges] ([CommissionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ComptablesAssignataires_Debut] ON [ComptablesAssignataires] ([Debut]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ComptesDePlateforme_Collectivite] ON [ComptesDePlateforme] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ComptesDePlateforme_Convention] ON [ComptesDePlateforme] ([Convention]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ConsultationsDeclarees_Annee_Collectivite] ON [ConsultationsDeclarees] ([Annee], [Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConsultationsDeclarees_Collectivite] ON [ConsultationsDeclarees] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ContratsDAssurance_Attestation] ON [ContratsDAssurance] ([Attestation]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsComite_ConventionId] ON [ConventionsComite] ([ConventionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ConventionsConstitutives_Groupement] ON [ConventionsConstitutives] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsDAcces_Collectivite_PremierJour] ON [ConventionsDAcces] ([Collectivite], [PremierJour]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsDAcces_PremierJour] ON [ConventionsDAcces] ([PremierJour]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ConventionsDAcces_Reference] ON [ConventionsDAcces] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsDAcces_Responsable] ON [ConventionsDAcces] ([Responsable]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsDocuments_ConventionId] ON [ConventionsDocuments] ([ConventionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsParties_Collectivite] ON [ConventionsParties] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsParties_ConventionId] ON [ConventionsParties] ([ConventionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsPieces_Fichier] ON [ConventionsPieces] ([Fichier]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ConventionsRestitutions_Recu] ON [ConventionsRestitutions] ([Recu]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Convocations_Envoi] ON [Convocations] ([Envoi]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Convocations_Seance_Numero_Personne] ON [Convocations] ([Seance], [Numero], [Personne]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Courriers_EnregistreLe] ON [Courriers] ([EnregistreLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Courriers_Numero] ON [Courriers] ([Numero]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Courriers_ObjetType_ObjetId] ON [Courriers] ([ObjetType], [ObjetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Courriers_Piece] ON [Courriers] ([Piece]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CourriersDestinataires_Accuse] ON [CourriersDestinataires] ([Accuse]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_CourriersDestinataires_Collectivite] ON [CourriersDestinataires] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DeliberationsDuCdg_Date_Numero] ON [DeliberationsDuCdg] ([Date], [Numero]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DemandesDAssistance_Collectivite_RecueLe] ON [DemandesDAssistance] ([Collectivite], [RecueLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DemandesDAssistance_Etat_RecueLe] ON [DemandesDAssistance] ([Etat], [RecueLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DemandesDAssistance_Responsable] ON [DemandesDAssistance] ([Responsable]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Dissolutions_Groupement] ON [Dissolutions] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsProduits_Collectivite] ON [DocumentsProduits] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsProduits_Groupement] ON [DocumentsProduits] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsProduits_Modele] ON [DocumentsProduits] ([Modele]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsProduits_ObjetType_ObjetId_ProduitLe] ON [DocumentsProduits] ([ObjetType], [ObjetId], [ProduitLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsProduits_Piece] ON [DocumentsProduits] ([Piece]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsProduits_ProduitLe] ON [DocumentsProduits] ([ProduitLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsProduits_Serie] ON [DocumentsProduits] ([Serie]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsSeries_ActeurId] ON [DocumentsSeries] ([ActeurId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DocumentsSeries_Nature_ProduiteLe] ON [DocumentsSeries] ([Nature], [ProduiteLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDAdhesion_Adhesion] ON [DossiersDAdhesion] ([Adhesion]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDAdhesion_Avenant] ON [DossiersDAdhesion] ([Avenant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDAdhesion_Collectivite] ON [DossiersDAdhesion] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDAdhesion_Groupement_Collectivite] ON [DossiersDAdhesion] ([Groupement], [Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDAdhesion_Groupement_Etat] ON [DossiersDAdhesion] ([Groupement], [Etat]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDAdhesionChoix_Prestation] ON [DossiersDAdhesionChoix] ([Prestation]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDAdhesionCorrections_DossierId] ON [DossiersDAdhesionCorrections] ([DossierId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDAdhesionPieces_DossierId] ON [DossiersDAdhesionPieces] ([DossierId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DossiersDeConvention_ObjetType_ObjetId] ON [DossiersDeConvention] ([ObjetType], [ObjetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDeConvention_Texte] ON [DossiersDeConvention] ([Texte]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDeConventionAnnexes_Piece] ON [DossiersDeConventionAnnexes] ([Piece]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDeRetrait_Adhesion] ON [DossiersDeRetrait] ([Adhesion]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDeRetrait_Collectivite] ON [DossiersDeRetrait] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDeRetrait_Groupement_Etat] ON [DossiersDeRetrait] ([Groupement], [Etat]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_DossiersDeRetraitSommes_DossierId] ON [DossiersDeRetraitSommes] ([DossierId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Echeances_Collectivite_Date] ON [Echeances] ([Collectivite], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Echeances_Date_EstAccomplie] ON [Echeances] ([Date], [EstAccomplie]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Echeances_EstAccomplie_PremiereAlerte] ON [Echeances] ([EstAccomplie], [PremiereAlerte]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Echeances_Groupement_Date] ON [Echeances] ([Groupement], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_EnvoisDeCourrielPieces_Piece] ON [EnvoisDeCourrielPieces] ([Piece]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ExercicesDAppel_Annee] ON [ExercicesDAppel] ([Annee]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ExportsDeFinances_Exercice_FaitLe] ON [ExportsDeFinances] ([Exercice], [FaitLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_FenetresDAdhesion_Groupement_Ouverture] ON [FenetresDAdhesion] ([Groupement], [Ouverture]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Grilles_Groupement] ON [Grilles] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Grilles_Lignee_Numero] ON [Grilles] ([Lignee], [Numero]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_GrillesApplications_SourceId] ON [GrillesApplications] ([SourceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ImportsDeConventions_AppliqueLe] ON [ImportsDeConventions] ([AppliqueLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ImportsDeConventionsLignes_Convention] ON [ImportsDeConventionsLignes] ([Convention]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Incidents_Collectivite] ON [Incidents] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Incidents_MarcheId] ON [Incidents] ([MarcheId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Litiges_Declarant] ON [Litiges] ([Declarant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Litiges_Groupement] ON [Litiges] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Marches_Etat_Fin] ON [Marches] ([Etat], [Fin]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Marches_Groupement] ON [Marches] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Marches_ProcedureId_Lot] ON [Marches] ([ProcedureId], [Lot]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Marches_Reference] ON [Marches] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Marches_Responsable] ON [Marches] ([Responsable]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Marches_Suppleant] ON [Marches] ([Suppleant]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_MarchesBilans_Collectivite] ON [MarchesBilans] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_MarchesInformations_Collectivite] ON [MarchesInformations] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Modeles_Groupement] ON [Modeles] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Modeles_Nature_Groupement] ON [Modeles] ([Nature], [Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ModelesParDefaut_Modele] ON [ModelesParDefaut] ([Modele]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ModelesVersions_Piece] ON [ModelesVersions] ([Piece]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_PreuvesDInformation_Collectivite] ON [PreuvesDInformation] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_PreuvesDInformation_Courriel] ON [PreuvesDInformation] ([Courriel]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_PreuvesDInformation_Groupement] ON [PreuvesDInformation] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_PreuvesDInformation_ObjetType_ObjetId] ON [PreuvesDInformation] ([ObjetType], [ObjetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ProceduresAvisSurLaNote_Collectivite] ON [ProceduresAvisSurLaNote] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ProceduresExclusions_Collectivite] ON [ProceduresExclusions] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ProfilsDExport_Nom] ON [ProfilsDExport] ([Nom]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Propositions_Collectivite_ProposeeLe] ON [Propositions] ([Collectivite], [ProposeeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Propositions_Etat_ProposeeLe] ON [Propositions] ([Etat], [ProposeeLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_RecensementsRelances_Adresse_Jour] ON [RecensementsRelances] ([Adresse], [Jour]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RecensementsRelances_Campagne_Collectivite_Adresse_Nom_Echelon] ON [RecensementsRelances] ([Campagne], [Collectivite], [Adresse], [Nom], [Echelon]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_RecensementsRelances_Collectivite] ON [RecensementsRelances] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_RecensementsRelances_Envoi] ON [RecensementsRelances] ([Envoi]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Refacturations_Groupement_Exercice] ON [Refacturations] ([Groupement], [Exercice]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Refacturations_Procedure] ON [Refacturations] ([Procedure]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Refacturations_Session] ON [Refacturations] ([Session]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_RefacturationsLignes_Procedure] ON [RefacturationsLignes] ([Procedure]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_RefacturationsLignes_Session] ON [RefacturationsLignes] ([Session]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ReunionsDeComite_Groupement_Le] ON [ReunionsDeComite] ([Groupement], [Le]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ReunionsDeComiteActions_ReunionId] ON [ReunionsDeComiteActions] ([ReunionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_ReunionsDeComitePresences_ReunionId] ON [ReunionsDeComitePresences] ([ReunionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Seances_Commission_Date] ON [Seances] ([Commission], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Seances_Etat_Date] ON [Seances] ([Etat], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Seances_Premiere] ON [Seances] ([Premiere]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Seances_Reference] ON [Seances] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_SeancesPoints_Groupement] ON [SeancesPoints] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_SeancesPoints_Procedure_Lot] ON [SeancesPoints] ([Procedure], [Lot]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_SeancesPresences_Seance_Personne] ON [SeancesPresences] ([Seance], [Personne]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_SessionsDePresentation_Groupement_Date] ON [SessionsDePresentation] ([Groupement], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_SessionsInscriptions_Collectivite] ON [SessionsInscriptions] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_SessionsInscriptions_Session_Collectivite] ON [SessionsInscriptions] ([Session], [Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Transmissions_Groupement_RecueLe] ON [Transmissions] ([Groupement], [RecueLe]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Transmissions_ObjetType_ObjetId] ON [Transmissions] ([ObjetType], [ObjetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_Transmissions_Piece] ON [Transmissions] ([Piece]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE INDEX [IX_TransmissionsMembres_Collectivite] ON [TransmissionsMembres] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    CREATE UNIQUE INDEX [IX_VuesDeListe_Liste_Utilisateur_Nom] ON [VuesDeListe] ([Liste], [Utilisateur], [Nom]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Groupements] ADD CONSTRAINT [FK_Groupements_Groupements_Predecesseur] FOREIGN KEY ([Predecesseur]) REFERENCES [Groupements] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    ALTER TABLE [Procedures] ADD CONSTRAINT [FK_Procedures_Consolidations_Consolidation] FOREIGN KEY ([Consolidation]) REFERENCES [Consolidations] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126000000_CapacitesMetier'
)
BEGIN
    INSERT INTO [dbo].[__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126000000_CapacitesMetier', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    DROP INDEX [IX_Dissolutions_Groupement] ON [Dissolutions];
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    ALTER TABLE [Appels] ADD [Liquidation_ConsultationsEstimees] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    ALTER TABLE [Dissolutions] ADD [AbandonneeLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    ALTER TABLE [Dissolutions] ADD [MotifDAbandon] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    ALTER TABLE [Appels] ADD [Liquidation_AgentsDesEtablissements] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    ALTER TABLE [Appels] ADD [Liquidation_AnneeDesConsultations] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    CREATE TABLE [ExportsDeFinancesTitres] (
        [Export] uniqueidentifier NOT NULL,
        [Appel] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ExportsDeFinancesTitres] PRIMARY KEY ([Export], [Appel]),
        CONSTRAINT [FK_ExportsDeFinancesTitres_Appels_Appel] FOREIGN KEY ([Appel]) REFERENCES [Appels] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ExportsDeFinancesTitres_ExportsDeFinances_Export] FOREIGN KEY ([Export]) REFERENCES [ExportsDeFinances] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    CREATE TABLE [RefacturationsParts] (
        [SourceId] uniqueidentifier NOT NULL,
        [RefacturationId] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Poids] bigint NOT NULL,
        [MontantHtCentimes] bigint NOT NULL,
        [Exemption] nvarchar(300) NULL,
        [Fiche] nvarchar(1000) NOT NULL,
        CONSTRAINT [PK_RefacturationsParts] PRIMARY KEY ([RefacturationId], [SourceId]),
        CONSTRAINT [FK_RefacturationsParts_Refacturations_RefacturationId] FOREIGN KEY ([RefacturationId]) REFERENCES [Refacturations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    CREATE INDEX [IX_Dissolutions_Groupement] ON [Dissolutions] ([Groupement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    CREATE INDEX [IX_ExportsDeFinancesTitres_Appel] ON [ExportsDeFinancesTitres] ([Appel]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    EXEC(N'INSERT INTO ExportsDeFinancesTitres (Export, Appel) SELECT Export, Id FROM Appels WHERE Export IS NOT NULL;')
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Appels]') AND [c].[name] = N'Export');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [Appels] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [Appels] DROP COLUMN [Export];
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    DECLARE @var1 nvarchar(max);
    SELECT @var1 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Appels]') AND [c].[name] = N'Chorus_EngagementObligatoire');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [Appels] DROP CONSTRAINT ' + @var1 + ';');
    ALTER TABLE [Appels] DROP COLUMN [Chorus_EngagementObligatoire];
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    DECLARE @var2 nvarchar(max);
    SELECT @var2 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Appels]') AND [c].[name] = N'Chorus_ServiceObligatoire');
    IF @var2 IS NOT NULL EXEC(N'ALTER TABLE [Appels] DROP CONSTRAINT ' + @var2 + ';');
    ALTER TABLE [Appels] DROP COLUMN [Chorus_ServiceObligatoire];
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126200000_CorrectionsDesDossiersEtDesAppels'
)
BEGIN
    INSERT INTO [dbo].[__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126200000_CorrectionsDesDossiersEtDesAppels', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ReunionsDeComite] ADD [AnnuleeLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ReunionsDeComite] ADD [SequenceDAgenda] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [DemandesDAssistance] ADD [Reglement] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [DemandesDAssistance] ADD [ReponseAvant] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ConventionsMisesEnDemeure] ADD [Lettre_Courrier] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ConventionsDenonciations] ADD [Archives_Courrier] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ConventionsDenonciations] ADD [Lettre_Courrier] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ContratsDAssurance] ADD [RemplaceLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [Collectivites] ADD [Chorus_NomDuService] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [Collectivites] ADD [UtiliseLAccesDeSaCommune] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [AvenantsDeConvention] ADD [TexteLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ApprobationsDAvenant] ADD [Constat] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    CREATE INDEX [IX_DemandesDAssistance_Reglement] ON [DemandesDAssistance] ([Reglement]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    CREATE INDEX [IX_ConventionsMisesEnDemeure_Lettre_Courrier] ON [ConventionsMisesEnDemeure] ([Lettre_Courrier]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    CREATE INDEX [IX_ConventionsDenonciations_Archives_Courrier] ON [ConventionsDenonciations] ([Archives_Courrier]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    CREATE INDEX [IX_ConventionsDenonciations_Lettre_Courrier] ON [ConventionsDenonciations] ([Lettre_Courrier]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ConventionsDenonciations] ADD CONSTRAINT [FK_ConventionsDenonciations_Courriers_Archives_Courrier] FOREIGN KEY ([Archives_Courrier]) REFERENCES [Courriers] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ConventionsDenonciations] ADD CONSTRAINT [FK_ConventionsDenonciations_Courriers_Lettre_Courrier] FOREIGN KEY ([Lettre_Courrier]) REFERENCES [Courriers] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [ConventionsMisesEnDemeure] ADD CONSTRAINT [FK_ConventionsMisesEnDemeure_Courriers_Lettre_Courrier] FOREIGN KEY ([Lettre_Courrier]) REFERENCES [Courriers] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    ALTER TABLE [DemandesDAssistance] ADD CONSTRAINT [FK_DemandesDAssistance_Pieces_Reglement] FOREIGN KEY ([Reglement]) REFERENCES [Pieces] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127040000_SuitesDesLettresEtDesReunions'
)
BEGIN
    INSERT INTO [dbo].[__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127040000_SuitesDesLettresEtDesReunions', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127210000_LitigesDAccesEtDecisionDeDissolution'
)
BEGIN
    ALTER TABLE [Dissolutions] ADD [DernierJourVote] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127210000_LitigesDAccesEtDecisionDeDissolution'
)
BEGIN
    ALTER TABLE [Dissolutions] ADD [VoteeLe] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127210000_LitigesDAccesEtDecisionDeDissolution'
)
BEGIN
    CREATE TABLE [LitigesDAcces] (
        [Id] uniqueidentifier NOT NULL,
        [Convention] uniqueidentifier NOT NULL,
        [Collectivite] uniqueidentifier NOT NULL,
        [Demandeur] nvarchar(40) NOT NULL,
        [Version] int NOT NULL,
        [Objet] nvarchar(4000) NOT NULL,
        [DeclareLe] date NOT NULL,
        [TentativeEngageeLe] date NULL,
        [TentativeCloseLe] date NULL,
        [Issue] nvarchar(40) NULL,
        [IssueEnClair] nvarchar(4000) NULL,
        [TribunalSaisiLe] date NULL,
        [Tribunal] nvarchar(200) NULL,
        [ClosLe] date NULL,
        CONSTRAINT [PK_LitigesDAcces] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LitigesDAcces_Collectivites_Collectivite] FOREIGN KEY ([Collectivite]) REFERENCES [Collectivites] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LitigesDAcces_ConventionsDAcces_Convention] FOREIGN KEY ([Convention]) REFERENCES [ConventionsDAcces] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127210000_LitigesDAccesEtDecisionDeDissolution'
)
BEGIN
    CREATE INDEX [IX_LitigesDAcces_Collectivite] ON [LitigesDAcces] ([Collectivite]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127210000_LitigesDAccesEtDecisionDeDissolution'
)
BEGIN
    CREATE INDEX [IX_LitigesDAcces_Convention] ON [LitigesDAcces] ([Convention]);
END;

IF NOT EXISTS (
    SELECT * FROM [dbo].[__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127210000_LitigesDAccesEtDecisionDeDissolution'
)
BEGIN
    INSERT INTO [dbo].[__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127210000_LitigesDAccesEtDecisionDeDissolution', N'10.0.14');
END;

COMMIT;
GO

