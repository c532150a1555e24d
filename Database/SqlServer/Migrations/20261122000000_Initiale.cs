using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CdgMarches.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initiale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Baux",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Detenteur = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Jusque = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Baux", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Brouillons",
                columns: table => new
                {
                    Utilisateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Brouillons", x => new { x.Utilisateur, x.Cle });
                });

            migrationBuilder.CreateTable(
                name: "CatalogueNational",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    CodeInsee = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Siren = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    CodePostal = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Departement = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    PopulationMunicipale = table.Column<int>(type: "int", nullable: true),
                    SirenEpci = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueNational", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "ClesDeProtection",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClesDeProtection", x => x.Nom);
                });

            migrationBuilder.CreateTable(
                name: "Collectivites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NomCourt = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: false),
                    GrammaireCorrigee = table.Column<bool>(type: "bit", nullable: false),
                    Categorie = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CategorieJuridique = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    Siren = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Siret = table.Column<string>(type: "nvarchar(14)", maxLength: 14, nullable: true),
                    CodeInsee = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Departement = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    DisposeCao = table.Column<bool>(type: "bit", nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Telephone = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Comptable = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Parent = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Suppleant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ArchiveLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Successeur = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RemplaceeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    FusionneeDans = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Chorus_CodeDuService = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Chorus_EngagementObligatoire = table.Column<bool>(type: "bit", nullable: false),
                    Chorus_ServiceObligatoire = table.Column<bool>(type: "bit", nullable: false),
                    Grammaire_Designation = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false),
                    Grammaire_DesignationAvecA = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false),
                    Grammaire_DesignationAvecDe = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false),
                    Grammaire_NomAvecDe = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false),
                    Postale_CodePostal = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Postale_Ligne1 = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Postale_Ligne2 = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Postale_Ville = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Siege_CodePostal = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Siege_Ligne1 = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Siege_Ligne2 = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Siege_Ville = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Collectivites", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Compteurs",
                columns: table => new
                {
                    Serie = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Dernier = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Compteurs", x => x.Serie);
                });

            migrationBuilder.CreateTable(
                name: "DemandesDeCompte",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Telephone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoleDemande = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Message = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DeposeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DecideeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Compte = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MotifDuRefus = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandesDeCompte", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EnvoisDeCourriel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Destinataire = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    NomDestinataire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DeposeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ProchainEssai = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Essais = table.Column<int>(type: "int", nullable: false),
                    EnvoyeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    MessageId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CodeSmtp = table.Column<int>(type: "int", nullable: true),
                    Erreur = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnvoisDeCourriel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeCollectivites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NomDuFichier = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Feuille = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    AuteurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Auteur = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PrepareLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Resume = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Avis = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    LignesEnErreur = table.Column<int>(type: "int", nullable: false),
                    LignesAEcrire = table.Column<int>(type: "int", nullable: false),
                    AppliqueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AnnuleLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Creees = table.Column<int>(type: "int", nullable: false),
                    Modifiees = table.Column<int>(type: "int", nullable: false),
                    Inchangees = table.Column<int>(type: "int", nullable: false),
                    Refusees = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeCollectivites", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Instant = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Acteur = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Pour = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Evenement = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Avant = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Apres = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Motif = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Adresse = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LiensDeCompte",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Usage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExpireLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    UtiliseLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiensDeCompte", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LiensPersonnels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Usage = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    CibleType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    CibleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Destinataire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EstAUsageUnique = table.Column<bool>(type: "bit", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    CreeParId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ExpireLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RevoqueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RevoquePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UtiliseLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AdresseDUsage = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiensPersonnels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LimitesDePerimetre",
                columns: table => new
                {
                    Utilisateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LimitesDePerimetre", x => new { x.Utilisateur, x.Groupement });
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Destinataire = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Lien = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CreeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    LueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pieces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    TypeMime = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Taille = table.Column<long>(type: "bigint", nullable: false),
                    DeposeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActeurNom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pieces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rattachements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EstAdministrateur = table.Column<bool>(type: "bit", nullable: false),
                    Debut = table.Column<DateOnly>(type: "date", nullable: false),
                    Fin = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rattachements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferencesChargees",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChargeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferencesChargees", x => x.Nom);
                });

            migrationBuilder.CreateTable(
                name: "ReglagesGeneraux",
                columns: table => new
                {
                    Cle = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Valeur = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ModifiePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReglagesGeneraux", x => x.Cle);
                });

            migrationBuilder.CreateTable(
                name: "Utilisateurs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EstActif = table.Column<bool>(type: "bit", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DerniereConnexion = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CleDeRecherche = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utilisateurs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ValeursDatees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Portee = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CibleId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Debut = table.Column<DateOnly>(type: "date", nullable: false),
                    Fin = table.Column<DateOnly>(type: "date", nullable: true),
                    Nombre = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Texte = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValeursDatees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesAffiliations",
                columns: table => new
                {
                    Debut = table.Column<DateOnly>(type: "date", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fin = table.Column<DateOnly>(type: "date", nullable: true),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesAffiliations", x => new { x.CollectiviteId, x.Debut });
                    table.ForeignKey(
                        name: "FK_CollectivitesAffiliations_Collectivites_CollectiviteId",
                        column: x => x.CollectiviteId,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Civilite = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Prenom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Telephone = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesContacts", x => new { x.CollectiviteId, x.Id });
                    table.ForeignKey(
                        name: "FK_CollectivitesContacts_Collectivites_CollectiviteId",
                        column: x => x.CollectiviteId,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesEffectifs",
                columns: table => new
                {
                    Annee = table.Column<int>(type: "int", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Agents = table.Column<int>(type: "int", nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    DeclareLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesEffectifs", x => new { x.CollectiviteId, x.Annee });
                    table.ForeignKey(
                        name: "FK_CollectivitesEffectifs_Collectivites_CollectiviteId",
                        column: x => x.CollectiviteId,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesPopulations",
                columns: table => new
                {
                    Annee = table.Column<int>(type: "int", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Totale = table.Column<int>(type: "int", nullable: true),
                    Municipale = table.Column<int>(type: "int", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesPopulations", x => new { x.CollectiviteId, x.Annee });
                    table.ForeignKey(
                        name: "FK_CollectivitesPopulations_Collectivites_CollectiviteId",
                        column: x => x.CollectiviteId,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeCollectivitesLignes",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    Cle = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AEcrire = table.Column<bool>(type: "bit", nullable: false),
                    Cellules = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Messages = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Cible = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Fiche = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VersionLue = table.Column<int>(type: "int", nullable: true),
                    Avant = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    VersionEcrite = table.Column<int>(type: "int", nullable: true),
                    Sort = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeCollectivitesLignes", x => new { x.Import, x.Numero });
                    table.ForeignKey(
                        name: "FK_ImportsDeCollectivitesLignes_ImportsDeCollectivites_Import",
                        column: x => x.Import,
                        principalTable: "ImportsDeCollectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeCollectivitesRefus",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Contenu = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeCollectivitesRefus", x => x.Import);
                    table.ForeignKey(
                        name: "FK_ImportsDeCollectivitesRefus_ImportsDeCollectivites_Import",
                        column: x => x.Import,
                        principalTable: "ImportsDeCollectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Travaux",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Parametres = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AuteurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuteurNom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Droit = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fait = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    Etape = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PieceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Erreur = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    AnnulationDemandee = table.Column<bool>(type: "bit", nullable: false),
                    Essais = table.Column<int>(type: "int", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    CommenceLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    TermineLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ExpireLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Travaux", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Travaux_Pieces_PieceId",
                        column: x => x.PieceId,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Acte = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Du = table.Column<DateOnly>(type: "date", nullable: false),
                    Au = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegations_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Utilisateurs_Utilisateur",
                        column: x => x.Utilisateur,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Groupements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Coordonnateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Millesime = table.Column<int>(type: "int", nullable: true),
                    EstPermanent = table.Column<bool>(type: "bit", nullable: false),
                    Debut = table.Column<DateOnly>(type: "date", nullable: false),
                    Fin = table.Column<DateOnly>(type: "date", nullable: true),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Suppleant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groupements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Groupements_Collectivites_Coordonnateur",
                        column: x => x.Coordonnateur,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Groupements_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Groupements_Utilisateurs_Suppleant",
                        column: x => x.Suppleant,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesMandats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContactId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Qualite = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Debut = table.Column<DateOnly>(type: "date", nullable: false),
                    Fin = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    DateDeLaDeliberation = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesMandats", x => new { x.CollectiviteId, x.ContactId, x.Id });
                    table.ForeignKey(
                        name: "FK_CollectivitesMandats_CollectivitesContacts_CollectiviteId_ContactId",
                        columns: x => new { x.CollectiviteId, x.ContactId },
                        principalTable: "CollectivitesContacts",
                        principalColumns: new[] { "CollectiviteId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Adhesions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Entree = table.Column<DateOnly>(type: "date", nullable: false),
                    Sortie = table.Column<DateOnly>(type: "date", nullable: true),
                    MotifDeSortie = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adhesions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Adhesions_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adhesions_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Campagnes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Exercice = table.Column<int>(type: "int", nullable: false),
                    Intitule = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Consigne = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Ouverture = table.Column<DateOnly>(type: "date", nullable: false),
                    Cloture = table.Column<DateOnly>(type: "date", nullable: false),
                    ClotureLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Periode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DureeEnAnnees = table.Column<int>(type: "int", nullable: false),
                    LancementPrevu = table.Column<DateOnly>(type: "date", nullable: true),
                    Precedente = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VersionDuCatalogue = table.Column<int>(type: "int", nullable: false),
                    DernierNumeroDeLigne = table.Column<int>(type: "int", nullable: false),
                    Gels = table.Column<int>(type: "int", nullable: false),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Suppleant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campagnes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Campagnes_Campagnes_Precedente",
                        column: x => x.Precedente,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Campagnes_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Campagnes_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Campagnes_Utilisateurs_Suppleant",
                        column: x => x.Suppleant,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupementsLots",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    GroupementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Intitule = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Cpv = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EstRetire = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupementsLots", x => new { x.GroupementId, x.Numero });
                    table.ForeignKey(
                        name: "FK_GroupementsLots_Groupements_GroupementId",
                        column: x => x.GroupementId,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GroupementsPrestations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Unite = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Ordre = table.Column<int>(type: "int", nullable: false),
                    EstRetiree = table.Column<bool>(type: "bit", nullable: false),
                    GroupementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupementsPrestations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupementsPrestations_Groupements_GroupementId",
                        column: x => x.GroupementId,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Procedures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CreeeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    LanceeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    TermineeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Suppleant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Procedures_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Procedures_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Procedures_Utilisateurs_Suppleant",
                        column: x => x.Suppleant,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AdhesionsChoix",
                columns: table => new
                {
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Du = table.Column<DateOnly>(type: "date", nullable: false),
                    AdhesionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Au = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdhesionsChoix", x => new { x.AdhesionId, x.Prestation, x.Du });
                    table.ForeignKey(
                        name: "FK_AdhesionsChoix_Adhesions_AdhesionId",
                        column: x => x.AdhesionId,
                        principalTable: "Adhesions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampagnesLots",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    CampagneId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Intitule = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesLots", x => new { x.CampagneId, x.Numero });
                    table.ForeignKey(
                        name: "FK_CampagnesLots_Campagnes_CampagneId",
                        column: x => x.CampagneId,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampagnesPrestations",
                columns: table => new
                {
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampagneId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Ordre = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesPrestations", x => new { x.CampagneId, x.Prestation });
                    table.ForeignKey(
                        name: "FK_CampagnesPrestations_Campagnes_CampagneId",
                        column: x => x.CampagneId,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consolidations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Campagne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    GeleeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    GeleePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NonDecides = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    NombreDeNonDecides = table.Column<int>(type: "int", nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consolidations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consolidations_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeRecensement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Campagne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Depot = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PieceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuFichier = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Refus = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Contenu = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    VersionLue = table.Column<int>(type: "int", nullable: false),
                    Nouvelles = table.Column<int>(type: "int", nullable: false),
                    Modifiees = table.Column<int>(type: "int", nullable: false),
                    Inchangees = table.Column<int>(type: "int", nullable: false),
                    Avertissements = table.Column<int>(type: "int", nullable: false),
                    Erreurs = table.Column<int>(type: "int", nullable: false),
                    Neants = table.Column<int>(type: "int", nullable: false),
                    Ecrites = table.Column<int>(type: "int", nullable: false),
                    Ecartees = table.Column<int>(type: "int", nullable: false),
                    ActeurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActeurNom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AppliqueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AppliquePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AnnuleLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeRecensement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportsDeRecensement_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportsDeRecensement_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportsDeRecensement_Pieces_PieceId",
                        column: x => x.PieceId,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LignesDeCatalogue",
                columns: table => new
                {
                    Campagne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NumeroDeLot = table.Column<int>(type: "int", nullable: false),
                    Ordre = table.Column<int>(type: "int", nullable: false),
                    Designation = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Unite = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PrixUnitaireEstime = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Demandes = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    VersionDAjout = table.Column<int>(type: "int", nullable: false),
                    VersionDeModification = table.Column<int>(type: "int", nullable: false),
                    RetireeALaVersion = table.Column<int>(type: "int", nullable: true),
                    LigneN1 = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LignesDeCatalogue", x => new { x.Campagne, x.Numero });
                    table.ForeignKey(
                        name: "FK_LignesDeCatalogue_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reponses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Campagne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OuverteJusqua = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DelaiPersonnel = table.Column<bool>(type: "bit", nullable: false),
                    DelaiAccorde = table.Column<DateOnly>(type: "date", nullable: true),
                    MotifDeReouverture = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RepondueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ReponduePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    QualiteDuValidateur = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Motif = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    NumeroDeRecu = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VersionDuCatalogue = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reponses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reponses_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reponses_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresLots",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Intitule = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LotDuGroupement = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresLots", x => new { x.ProcedureId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ProceduresLots_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresMembres",
                columns: table => new
                {
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Lot = table.Column<int>(type: "int", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Siret = table.Column<string>(type: "nvarchar(14)", maxLength: 14, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresMembres", x => new { x.ProcedureId, x.Lot, x.Collectivite });
                    table.ForeignKey(
                        name: "FK_ProceduresMembres_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProceduresMembres_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsolidationsCatalogue",
                columns: table => new
                {
                    Consolidation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ligne = table.Column<int>(type: "int", nullable: false),
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NumeroDeLot = table.Column<int>(type: "int", nullable: false),
                    Ordre = table.Column<int>(type: "int", nullable: false),
                    Designation = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Unite = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PrixUnitaireEstime = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Demandes = table.Column<int>(type: "int", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsolidationsCatalogue", x => new { x.Consolidation, x.Ligne });
                    table.ForeignKey(
                        name: "FK_ConsolidationsCatalogue_Consolidations_Consolidation",
                        column: x => x.Consolidation,
                        principalTable: "Consolidations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsolidationsLignes",
                columns: table => new
                {
                    Consolidation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reponse = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ligne = table.Column<int>(type: "int", nullable: false),
                    MinimumMilliemes = table.Column<long>(type: "bigint", nullable: true),
                    EstimeMilliemes = table.Column<long>(type: "bigint", nullable: true),
                    MaximumMilliemes = table.Column<long>(type: "bigint", nullable: true),
                    MontantHtCentimes = table.Column<long>(type: "bigint", nullable: true),
                    FinDeContrat = table.Column<DateOnly>(type: "date", nullable: true),
                    Imputation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Commentaire = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsolidationsLignes", x => new { x.Consolidation, x.Reponse, x.Ligne });
                    table.ForeignKey(
                        name: "FK_ConsolidationsLignes_Consolidations_Consolidation",
                        column: x => x.Consolidation,
                        principalTable: "Consolidations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsolidationsReponses",
                columns: table => new
                {
                    Consolidation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reponse = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Siret = table.Column<string>(type: "nvarchar(14)", maxLength: 14, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsolidationsReponses", x => new { x.Consolidation, x.Reponse });
                    table.ForeignKey(
                        name: "FK_ConsolidationsReponses_Consolidations_Consolidation",
                        column: x => x.Consolidation,
                        principalTable: "Consolidations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LignesDeReponse",
                columns: table => new
                {
                    Reponse = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ligne = table.Column<int>(type: "int", nullable: false),
                    MinimumMilliemes = table.Column<long>(type: "bigint", nullable: true),
                    EstimeMilliemes = table.Column<long>(type: "bigint", nullable: true),
                    MaximumMilliemes = table.Column<long>(type: "bigint", nullable: true),
                    MontantHtCentimes = table.Column<long>(type: "bigint", nullable: true),
                    FinDeContrat = table.Column<DateOnly>(type: "date", nullable: true),
                    Imputation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Commentaire = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Justification = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ModifiePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LignesDeReponse", x => new { x.Reponse, x.Ligne });
                    table.ForeignKey(
                        name: "FK_LignesDeReponse_Reponses_Reponse",
                        column: x => x.Reponse,
                        principalTable: "Reponses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AspNetRoles",
                columns: new[] { "Id", "ConcurrencyStamp", "Name", "NormalizedName" },
                values: new object[,]
                {
                    { new Guid("0195f000-0000-7000-9000-000000000001"), "0195f000-0000-7000-9000-000000000001", "Administrateur", "ADMINISTRATEUR" },
                    { new Guid("0195f000-0000-7000-9000-000000000002"), "0195f000-0000-7000-9000-000000000002", "Gestionnaire", "GESTIONNAIRE" },
                    { new Guid("0195f000-0000-7000-9000-000000000003"), "0195f000-0000-7000-9000-000000000003", "Finances", "FINANCES" },
                    { new Guid("0195f000-0000-7000-9000-000000000004"), "0195f000-0000-7000-9000-000000000004", "Lecture", "LECTURE" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Adhesions_Collectivite",
                table: "Adhesions",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Adhesions_Groupement_Collectivite_Entree",
                table: "Adhesions",
                columns: new[] { "Groupement", "Collectivite", "Entree" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdhesionsChoix_Prestation",
                table: "AdhesionsChoix",
                column: "Prestation");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true,
                filter: "[NormalizedName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_Brouillons_ModifieLe",
                table: "Brouillons",
                column: "ModifieLe");

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Etat_ClotureLe",
                table: "Campagnes",
                columns: new[] { "Etat", "ClotureLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Groupement_Exercice",
                table: "Campagnes",
                columns: new[] { "Groupement", "Exercice" });

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Precedente",
                table: "Campagnes",
                column: "Precedente");

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Reference",
                table: "Campagnes",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Responsable",
                table: "Campagnes",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Suppleant",
                table: "Campagnes",
                column: "Suppleant");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueNational_CleDeTri",
                table: "CatalogueNational",
                column: "CleDeTri");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueNational_Siren",
                table: "CatalogueNational",
                column: "Siren");

            migrationBuilder.CreateIndex(
                name: "IX_Collectivites_CleDeTri",
                table: "Collectivites",
                column: "CleDeTri");

            migrationBuilder.CreateIndex(
                name: "IX_Collectivites_Parent",
                table: "Collectivites",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_Collectivites_Siren",
                table: "Collectivites",
                column: "Siren");

            migrationBuilder.CreateIndex(
                name: "IX_Collectivites_Siret",
                table: "Collectivites",
                column: "Siret",
                unique: true,
                filter: "[Siret] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Consolidations_Campagne_Numero",
                table: "Consolidations",
                columns: new[] { "Campagne", "Numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_Collectivite_Utilisateur",
                table: "Delegations",
                columns: new[] { "Collectivite", "Utilisateur" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_Utilisateur",
                table: "Delegations",
                column: "Utilisateur");

            migrationBuilder.CreateIndex(
                name: "IX_DemandesDeCompte_DeposeeLe",
                table: "DemandesDeCompte",
                column: "DeposeeLe");

            migrationBuilder.CreateIndex(
                name: "IX_DemandesDeCompte_Etat_Collectivite",
                table: "DemandesDeCompte",
                columns: new[] { "Etat", "Collectivite" });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_DeposeLe",
                table: "EnvoisDeCourriel",
                column: "DeposeLe");

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_Etat_ProchainEssai",
                table: "EnvoisDeCourriel",
                columns: new[] { "Etat", "ProchainEssai" });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_ObjetType_ObjetId",
                table: "EnvoisDeCourriel",
                columns: new[] { "ObjetType", "ObjetId" });

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_CleDeTri",
                table: "Groupements",
                column: "CleDeTri");

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Coordonnateur",
                table: "Groupements",
                column: "Coordonnateur");

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Reference",
                table: "Groupements",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Responsable",
                table: "Groupements",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Suppleant",
                table: "Groupements",
                column: "Suppleant");

            migrationBuilder.CreateIndex(
                name: "IX_GroupementsLots_Prestation",
                table: "GroupementsLots",
                column: "Prestation");

            migrationBuilder.CreateIndex(
                name: "IX_GroupementsPrestations_GroupementId_Code",
                table: "GroupementsPrestations",
                columns: new[] { "GroupementId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeCollectivites_PrepareLe",
                table: "ImportsDeCollectivites",
                column: "PrepareLe");

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeRecensement_Campagne_Depot",
                table: "ImportsDeRecensement",
                columns: new[] { "Campagne", "Depot" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeRecensement_Collectivite_Campagne",
                table: "ImportsDeRecensement",
                columns: new[] { "Collectivite", "Campagne" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeRecensement_CreeLe",
                table: "ImportsDeRecensement",
                column: "CreeLe");

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeRecensement_PieceId",
                table: "ImportsDeRecensement",
                column: "PieceId");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_Instant",
                table: "Journal",
                column: "Instant");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_ObjetType_ObjetId_Instant",
                table: "Journal",
                columns: new[] { "ObjetType", "ObjetId", "Instant" });

            migrationBuilder.CreateIndex(
                name: "IX_LiensDeCompte_Empreinte",
                table: "LiensDeCompte",
                column: "Empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiensDeCompte_Utilisateur_CreeLe",
                table: "LiensDeCompte",
                columns: new[] { "Utilisateur", "CreeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_LiensPersonnels_CibleType_CibleId",
                table: "LiensPersonnels",
                columns: new[] { "CibleType", "CibleId" });

            migrationBuilder.CreateIndex(
                name: "IX_LiensPersonnels_Empreinte",
                table: "LiensPersonnels",
                column: "Empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Destinataire_CreeeLe",
                table: "Notifications",
                columns: new[] { "Destinataire", "CreeeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Destinataire_LueLe",
                table: "Notifications",
                columns: new[] { "Destinataire", "LueLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Pieces_Sha256",
                table: "Pieces",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Groupement_LanceeLe",
                table: "Procedures",
                columns: new[] { "Groupement", "LanceeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Reference",
                table: "Procedures",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Responsable",
                table: "Procedures",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Suppleant",
                table: "Procedures",
                column: "Suppleant");

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresLots_Prestation",
                table: "ProceduresLots",
                column: "Prestation");

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresMembres_Collectivite",
                table: "ProceduresMembres",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Rattachements_Collectivite",
                table: "Rattachements",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Rattachements_Utilisateur",
                table: "Rattachements",
                column: "Utilisateur");

            migrationBuilder.CreateIndex(
                name: "IX_Reponses_Campagne_Collectivite_Prestation",
                table: "Reponses",
                columns: new[] { "Campagne", "Collectivite", "Prestation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reponses_Campagne_Prestation_Etat",
                table: "Reponses",
                columns: new[] { "Campagne", "Prestation", "Etat" });

            migrationBuilder.CreateIndex(
                name: "IX_Reponses_Collectivite",
                table: "Reponses",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Travaux_AuteurId_CreeLe",
                table: "Travaux",
                columns: new[] { "AuteurId", "CreeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Travaux_Etat_CreeLe",
                table: "Travaux",
                columns: new[] { "Etat", "CreeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Travaux_ExpireLe",
                table: "Travaux",
                column: "ExpireLe");

            migrationBuilder.CreateIndex(
                name: "IX_Travaux_PieceId",
                table: "Travaux",
                column: "PieceId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Utilisateurs",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Utilisateurs",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ValeursDatees_Code_Debut",
                table: "ValeursDatees",
                columns: new[] { "Code", "Debut" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdhesionsChoix");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Baux");

            migrationBuilder.DropTable(
                name: "Brouillons");

            migrationBuilder.DropTable(
                name: "CampagnesLots");

            migrationBuilder.DropTable(
                name: "CampagnesPrestations");

            migrationBuilder.DropTable(
                name: "CatalogueNational");

            migrationBuilder.DropTable(
                name: "ClesDeProtection");

            migrationBuilder.DropTable(
                name: "CollectivitesAffiliations");

            migrationBuilder.DropTable(
                name: "CollectivitesEffectifs");

            migrationBuilder.DropTable(
                name: "CollectivitesMandats");

            migrationBuilder.DropTable(
                name: "CollectivitesPopulations");

            migrationBuilder.DropTable(
                name: "Compteurs");

            migrationBuilder.DropTable(
                name: "ConsolidationsCatalogue");

            migrationBuilder.DropTable(
                name: "ConsolidationsLignes");

            migrationBuilder.DropTable(
                name: "ConsolidationsReponses");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "DemandesDeCompte");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourriel");

            migrationBuilder.DropTable(
                name: "GroupementsLots");

            migrationBuilder.DropTable(
                name: "GroupementsPrestations");

            migrationBuilder.DropTable(
                name: "ImportsDeCollectivitesLignes");

            migrationBuilder.DropTable(
                name: "ImportsDeCollectivitesRefus");

            migrationBuilder.DropTable(
                name: "ImportsDeRecensement");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "LiensDeCompte");

            migrationBuilder.DropTable(
                name: "LiensPersonnels");

            migrationBuilder.DropTable(
                name: "LignesDeCatalogue");

            migrationBuilder.DropTable(
                name: "LignesDeReponse");

            migrationBuilder.DropTable(
                name: "LimitesDePerimetre");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "ProceduresLots");

            migrationBuilder.DropTable(
                name: "ProceduresMembres");

            migrationBuilder.DropTable(
                name: "Rattachements");

            migrationBuilder.DropTable(
                name: "ReferencesChargees");

            migrationBuilder.DropTable(
                name: "ReglagesGeneraux");

            migrationBuilder.DropTable(
                name: "Travaux");

            migrationBuilder.DropTable(
                name: "ValeursDatees");

            migrationBuilder.DropTable(
                name: "Adhesions");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "CollectivitesContacts");

            migrationBuilder.DropTable(
                name: "Consolidations");

            migrationBuilder.DropTable(
                name: "ImportsDeCollectivites");

            migrationBuilder.DropTable(
                name: "Reponses");

            migrationBuilder.DropTable(
                name: "Procedures");

            migrationBuilder.DropTable(
                name: "Pieces");

            migrationBuilder.DropTable(
                name: "Campagnes");

            migrationBuilder.DropTable(
                name: "Groupements");

            migrationBuilder.DropTable(
                name: "Collectivites");

            migrationBuilder.DropTable(
                name: "Utilisateurs");
        }
    }
}
