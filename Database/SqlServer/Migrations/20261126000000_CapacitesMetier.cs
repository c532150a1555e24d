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
                name: "ConventionsDAcces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PrepareeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    AbandonneeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    MotifDAbandon = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    PremierJour = table.Column<DateOnly>(type: "date", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "date", nullable: true),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Actes_DelibereeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Actes_Effet = table.Column<DateOnly>(type: "date", nullable: true),
                    Actes_NumeroDeDeliberation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Actes_SignataireDeLaCollectivite = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Actes_SignataireDuCdg = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Actes_SigneeParLaCollectiviteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Actes_SigneeParLeCdgLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Regles_DelaiDeMiseEnDemeureEnJours = table.Column<int>(type: "int", nullable: false),
                    Regles_DureeInitialeEnAnnees = table.Column<int>(type: "int", nullable: false),
                    Regles_PeriodeDeReconductionEnAnnees = table.Column<int>(type: "int", nullable: false),
                    Regles_PreavisDeLaCollectiviteEnMois = table.Column<int>(type: "int", nullable: false),
                    Regles_PreavisDuCdgEnMois = table.Column<int>(type: "int", nullable: false),
                    Regles_Reconduction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Regles_ReconductionsAuPlus = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDAcces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConventionsDAcces_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConventionsDAcces_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsDenonciations",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Auteur = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    DernierJourAnnonce = table.Column<DateOnly>(type: "date", nullable: true),
                    MiseEnDemeure = table.Column<int>(type: "int", nullable: true),
                    Lettre_EnvoyeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    Lettre_Numero = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Lettre_Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Lettre_PresenteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Lettre_RemisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Archives_EnvoyeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Archives_Numero = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Archives_Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Archives_PresenteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Archives_RemisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "date", nullable: true),
                    RetireeLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDenonciations", x => new { x.ConventionId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ConventionsDenonciations_ConventionsDAcces_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsMisesEnDemeure",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Titre = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    TitreEchuLe = table.Column<DateOnly>(type: "date", nullable: false),
                    DelaiEnJours = table.Column<int>(type: "int", nullable: false),
                    Lettre_EnvoyeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    Lettre_Numero = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Lettre_Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Lettre_PresenteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Lettre_RemisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RegulariseeLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsMisesEnDemeure", x => new { x.ConventionId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ConventionsMisesEnDemeure_ConventionsDAcces_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDAcces_Collectivite_PremierJour",
                table: "ConventionsDAcces",
                columns: new[] { "Collectivite", "PremierJour" });

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDAcces_PremierJour",
                table: "ConventionsDAcces",
                column: "PremierJour");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDAcces_Reference",
                table: "ConventionsDAcces",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDAcces_Responsable",
                table: "ConventionsDAcces",
                column: "Responsable");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConventionsDenonciations");

            migrationBuilder.DropTable(
                name: "ConventionsMisesEnDemeure");

            migrationBuilder.DropTable(
                name: "ConventionsDAcces");
        }
    }
}
