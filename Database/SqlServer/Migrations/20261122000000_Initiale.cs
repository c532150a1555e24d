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
                        name: "FK_Adhesions_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
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
                name: "IX_Journal_Instant",
                table: "Journal",
                column: "Instant");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_ObjetType_ObjetId_Instant",
                table: "Journal",
                columns: new[] { "ObjetType", "ObjetId", "Instant" });

            migrationBuilder.CreateIndex(
                name: "IX_Rattachements_Collectivite",
                table: "Rattachements",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Rattachements_Utilisateur",
                table: "Rattachements",
                column: "Utilisateur");

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
                name: "Compteurs");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourriel");

            migrationBuilder.DropTable(
                name: "GroupementsLots");

            migrationBuilder.DropTable(
                name: "GroupementsPrestations");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "LimitesDePerimetre");

            migrationBuilder.DropTable(
                name: "Rattachements");

            migrationBuilder.DropTable(
                name: "Adhesions");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "Groupements");

            migrationBuilder.DropTable(
                name: "Utilisateurs");
        }
    }
}
