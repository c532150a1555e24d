using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.Sqlite.Migrations
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                    table.CheckConstraint("CK_AspNetRoles_Name_Longueur", "length(\"Name\") <= 256");
                    table.CheckConstraint("CK_AspNetRoles_NormalizedName_Longueur", "length(\"NormalizedName\") <= 256");
                });

            migrationBuilder.CreateTable(
                name: "Baux",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Detenteur = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Jusque = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Baux", x => x.Id);
                    table.CheckConstraint("CK_Baux_Detenteur_Longueur", "length(\"Detenteur\") <= 120");
                });

            migrationBuilder.CreateTable(
                name: "Brouillons",
                columns: table => new
                {
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Brouillons", x => new { x.Utilisateur, x.Cle });
                    table.CheckConstraint("CK_Brouillons_Cle_Longueur", "length(\"Cle\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "Compteurs",
                columns: table => new
                {
                    Serie = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Dernier = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Compteurs", x => x.Serie);
                    table.CheckConstraint("CK_Compteurs_Serie_Longueur", "length(\"Serie\") <= 80");
                });

            migrationBuilder.CreateTable(
                name: "EnvoisDeCourriel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Destinataire = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NomDestinataire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Texte = table.Column<string>(type: "TEXT", nullable: false),
                    ObjetType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ObjetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeposeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ProchainEssai = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Essais = table.Column<int>(type: "INTEGER", nullable: false),
                    EnvoyeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CodeSmtp = table.Column<int>(type: "INTEGER", nullable: true),
                    Erreur = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnvoisDeCourriel", x => x.Id);
                    table.CheckConstraint("CK_EnvoisDeCourriel_Destinataire_Longueur", "length(\"Destinataire\") <= 254");
                    table.CheckConstraint("CK_EnvoisDeCourriel_Erreur_Longueur", "length(\"Erreur\") <= 500");
                    table.CheckConstraint("CK_EnvoisDeCourriel_MessageId_Longueur", "length(\"MessageId\") <= 200");
                    table.CheckConstraint("CK_EnvoisDeCourriel_NomDestinataire_Longueur", "length(\"NomDestinataire\") <= 200");
                    table.CheckConstraint("CK_EnvoisDeCourriel_Objet_Longueur", "length(\"Objet\") <= 300");
                    table.CheckConstraint("CK_EnvoisDeCourriel_ObjetType_Longueur", "length(\"ObjetType\") <= 60");
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Instant = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Acteur = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Pour = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Evenement = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ObjetType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: true),
                    Avant = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Apres = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Adresse = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Id);
                    table.CheckConstraint("CK_Journal_Acteur_Longueur", "length(\"Acteur\") <= 200");
                    table.CheckConstraint("CK_Journal_Adresse_Longueur", "length(\"Adresse\") <= 64");
                    table.CheckConstraint("CK_Journal_Apres_Longueur", "length(\"Apres\") <= 2000");
                    table.CheckConstraint("CK_Journal_Avant_Longueur", "length(\"Avant\") <= 2000");
                    table.CheckConstraint("CK_Journal_Evenement_Longueur", "length(\"Evenement\") <= 80");
                    table.CheckConstraint("CK_Journal_Libelle_Longueur", "length(\"Libelle\") <= 500");
                    table.CheckConstraint("CK_Journal_Motif_Longueur", "length(\"Motif\") <= 2000");
                    table.CheckConstraint("CK_Journal_ObjetType_Longueur", "length(\"ObjetType\") <= 60");
                    table.CheckConstraint("CK_Journal_Pour_Longueur", "length(\"Pour\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "LiensPersonnels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Usage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CibleType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CibleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: true),
                    Destinataire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EstAUsageUnique = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CreeParId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ExpireLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RevoqueLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RevoquePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UtiliseLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AdresseDUsage = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiensPersonnels", x => x.Id);
                    table.CheckConstraint("CK_LiensPersonnels_AdresseDUsage_Longueur", "length(\"AdresseDUsage\") <= 64");
                    table.CheckConstraint("CK_LiensPersonnels_CibleType_Longueur", "length(\"CibleType\") <= 60");
                    table.CheckConstraint("CK_LiensPersonnels_CreePar_Longueur", "length(\"CreePar\") <= 200");
                    table.CheckConstraint("CK_LiensPersonnels_Destinataire_Longueur", "length(\"Destinataire\") <= 200");
                    table.CheckConstraint("CK_LiensPersonnels_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                    table.CheckConstraint("CK_LiensPersonnels_RevoquePar_Longueur", "length(\"RevoquePar\") <= 200");
                    table.CheckConstraint("CK_LiensPersonnels_Usage_Longueur", "length(\"Usage\") <= 60");
                });

            migrationBuilder.CreateTable(
                name: "LimitesDePerimetre",
                columns: table => new
                {
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LimitesDePerimetre", x => new { x.Utilisateur, x.Groupement });
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Destinataire = table.Column<Guid>(type: "TEXT", nullable: false),
                    Texte = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Lien = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    CreeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    LueLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.CheckConstraint("CK_Notifications_Lien_Longueur", "length(\"Lien\") <= 400");
                    table.CheckConstraint("CK_Notifications_Texte_Longueur", "length(\"Texte\") <= 500");
                });

            migrationBuilder.CreateTable(
                name: "Pieces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    TypeMime = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Taille = table.Column<long>(type: "INTEGER", nullable: false),
                    DeposeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActeurNom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pieces", x => x.Id);
                    table.CheckConstraint("CK_Pieces_ActeurNom_Longueur", "length(\"ActeurNom\") <= 200");
                    table.CheckConstraint("CK_Pieces_Nom_Longueur", "length(\"Nom\") <= 255");
                    table.CheckConstraint("CK_Pieces_Sha256_Longueur", "length(\"Sha256\") <= 64");
                    table.CheckConstraint("CK_Pieces_TypeMime_Longueur", "length(\"TypeMime\") <= 150");
                });

            migrationBuilder.CreateTable(
                name: "Rattachements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EstAdministrateur = table.Column<bool>(type: "INTEGER", nullable: false),
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rattachements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferencesChargees",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChargeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferencesChargees", x => x.Nom);
                    table.CheckConstraint("CK_ReferencesChargees_Nom_Longueur", "length(\"Nom\") <= 80");
                });

            migrationBuilder.CreateTable(
                name: "ReglagesGeneraux",
                columns: table => new
                {
                    Cle = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Valeur = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ModifiePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReglagesGeneraux", x => x.Cle);
                    table.CheckConstraint("CK_ReglagesGeneraux_Cle_Longueur", "length(\"Cle\") <= 80");
                    table.CheckConstraint("CK_ReglagesGeneraux_ModifiePar_Longueur", "length(\"ModifiePar\") <= 200");
                    table.CheckConstraint("CK_ReglagesGeneraux_Valeur_Longueur", "length(\"Valeur\") <= 4000");
                });

            migrationBuilder.CreateTable(
                name: "Utilisateurs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EstActif = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DerniereConnexion = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utilisateurs", x => x.Id);
                    table.CheckConstraint("CK_Utilisateurs_Email_Longueur", "length(\"Email\") <= 256");
                    table.CheckConstraint("CK_Utilisateurs_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_Utilisateurs_NormalizedEmail_Longueur", "length(\"NormalizedEmail\") <= 256");
                    table.CheckConstraint("CK_Utilisateurs_NormalizedUserName_Longueur", "length(\"NormalizedUserName\") <= 256");
                    table.CheckConstraint("CK_Utilisateurs_UserName_Longueur", "length(\"UserName\") <= 256");
                });

            migrationBuilder.CreateTable(
                name: "ValeursDatees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Portee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CibleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Nombre = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Texte = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValeursDatees", x => x.Id);
                    table.CheckConstraint("CK_ValeursDatees_Code_Longueur", "length(\"Code\") <= 80");
                    table.CheckConstraint("CK_ValeursDatees_Source_Longueur", "length(\"Source\") <= 400");
                    table.CheckConstraint("CK_ValeursDatees_Texte_Longueur", "length(\"Texte\") <= 2000");
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "Travaux",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Parametres = table.Column<string>(type: "TEXT", nullable: false),
                    AuteurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuteurNom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Droit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fait = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Etape = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PieceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Erreur = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AnnulationDemandee = table.Column<bool>(type: "INTEGER", nullable: false),
                    Essais = table.Column<int>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CommenceLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    TermineLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ExpireLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Travaux", x => x.Id);
                    table.CheckConstraint("CK_Travaux_AuteurNom_Longueur", "length(\"AuteurNom\") <= 200");
                    table.CheckConstraint("CK_Travaux_Droit_Longueur", "length(\"Droit\") <= 60");
                    table.CheckConstraint("CK_Travaux_Erreur_Longueur", "length(\"Erreur\") <= 1000");
                    table.CheckConstraint("CK_Travaux_Etape_Longueur", "length(\"Etape\") <= 200");
                    table.CheckConstraint("CK_Travaux_Libelle_Longueur", "length(\"Libelle\") <= 200");
                    table.CheckConstraint("CK_Travaux_Reference_Longueur", "length(\"Reference\") <= 20");
                    table.CheckConstraint("CK_Travaux_Type_Longueur", "length(\"Type\") <= 80");
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
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
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.CheckConstraint("CK_AspNetUserLogins_LoginProvider_Longueur", "length(\"LoginProvider\") <= 128");
                    table.CheckConstraint("CK_AspNetUserLogins_ProviderKey_Longueur", "length(\"ProviderKey\") <= 128");
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
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.CheckConstraint("CK_AspNetUserTokens_LoginProvider_Longueur", "length(\"LoginProvider\") <= 128");
                    table.CheckConstraint("CK_AspNetUserTokens_Name_Longueur", "length(\"Name\") <= 128");
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

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
                name: "IX_Journal_Instant",
                table: "Journal",
                column: "Instant");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_ObjetType_ObjetId_Instant",
                table: "Journal",
                columns: new[] { "ObjetType", "ObjetId", "Instant" });

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
                name: "IX_Rattachements_Collectivite",
                table: "Rattachements",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Rattachements_Utilisateur",
                table: "Rattachements",
                column: "Utilisateur");

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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ValeursDatees_Code_Debut",
                table: "ValeursDatees",
                columns: new[] { "Code", "Debut" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "Compteurs");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourriel");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "LiensPersonnels");

            migrationBuilder.DropTable(
                name: "LimitesDePerimetre");

            migrationBuilder.DropTable(
                name: "Notifications");

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
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "Utilisateurs");

            migrationBuilder.DropTable(
                name: "Pieces");
        }
    }
}
