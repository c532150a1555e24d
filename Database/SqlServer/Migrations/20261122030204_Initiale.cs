using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(max)", nullable: true),
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
