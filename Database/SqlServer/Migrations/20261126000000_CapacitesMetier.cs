using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CapacitesMetier : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DocumentsSeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Titre = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Produits = table.Column<int>(type: "int", nullable: false),
                    EnErreur = table.Column<int>(type: "int", nullable: false),
                    Rapport = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ProduiteLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActeurNom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentsSeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Modeles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Nom = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    ArchiveLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Modeles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Modeles_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentsProduits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Titre = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Destinataire = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuDestinataire = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Modele = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuModele = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    VersionDuModele = table.Column<int>(type: "int", nullable: true),
                    Sha256DuModele = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Donnees = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Serie = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProduitLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActeurNom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentsProduits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentsProduits_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentsProduits_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentsProduits_Modeles_Modele",
                        column: x => x.Modele,
                        principalTable: "Modeles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentsProduits_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ModelesParDefaut",
                columns: table => new
                {
                    Nature = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Portee = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Modele = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelesParDefaut", x => new { x.Nature, x.Portee });
                    table.ForeignKey(
                        name: "FK_ModelesParDefaut_Modeles_Modele",
                        column: x => x.Modele,
                        principalTable: "Modeles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ModelesVersions",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ModeleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    DeposeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DeposeePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Commentaire = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelesVersions", x => new { x.ModeleId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ModelesVersions_Modeles_ModeleId",
                        column: x => x.ModeleId,
                        principalTable: "Modeles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ModelesVersions_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Collectivite",
                table: "DocumentsProduits",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Groupement",
                table: "DocumentsProduits",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Modele",
                table: "DocumentsProduits",
                column: "Modele");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_ObjetType_ObjetId_ProduitLe",
                table: "DocumentsProduits",
                columns: new[] { "ObjetType", "ObjetId", "ProduitLe" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Piece",
                table: "DocumentsProduits",
                column: "Piece");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_ProduitLe",
                table: "DocumentsProduits",
                column: "ProduitLe");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Serie",
                table: "DocumentsProduits",
                column: "Serie");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsSeries_ActeurId",
                table: "DocumentsSeries",
                column: "ActeurId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsSeries_Nature_ProduiteLe",
                table: "DocumentsSeries",
                columns: new[] { "Nature", "ProduiteLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Modeles_Groupement",
                table: "Modeles",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_Modeles_Nature_Groupement",
                table: "Modeles",
                columns: new[] { "Nature", "Groupement" });

            migrationBuilder.CreateIndex(
                name: "IX_ModelesParDefaut_Modele",
                table: "ModelesParDefaut",
                column: "Modele");

            migrationBuilder.CreateIndex(
                name: "IX_ModelesVersions_Piece",
                table: "ModelesVersions",
                column: "Piece");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentsProduits");

            migrationBuilder.DropTable(
                name: "DocumentsSeries");

            migrationBuilder.DropTable(
                name: "ModelesParDefaut");

            migrationBuilder.DropTable(
                name: "ModelesVersions");

            migrationBuilder.DropTable(
                name: "Modeles");
        }
    }
}
