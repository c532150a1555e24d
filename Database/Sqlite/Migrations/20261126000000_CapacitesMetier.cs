using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.Sqlite.Migrations
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    PrepareeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AbandonneeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MotifDAbandon = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PremierJour = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    Actes_DelibereeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Actes_Effet = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Actes_NumeroDeDeliberation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Actes_SignataireDeLaCollectivite = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Actes_SignataireDuCdg = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Actes_SigneeParLaCollectiviteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Actes_SigneeParLeCdgLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Regles_DelaiDeMiseEnDemeureEnJours = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_DureeInitialeEnAnnees = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_PeriodeDeReconductionEnAnnees = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_PreavisDeLaCollectiviteEnMois = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_PreavisDuCdgEnMois = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_Reconduction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Regles_ReconductionsAuPlus = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDAcces", x => x.Id);
                    table.CheckConstraint("CK_ConventionsDAcces_MotifDAbandon_Longueur", "length(\"MotifDAbandon\") <= 500");
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
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Auteur = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DernierJourAnnonce = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MiseEnDemeure = table.Column<int>(type: "INTEGER", nullable: true),
                    Lettre_EnvoyeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Lettre_Numero = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Lettre_Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Lettre_PresenteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Lettre_RemisLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Archives_EnvoyeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Archives_Numero = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Archives_Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Archives_PresenteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Archives_RemisLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RetireeLe = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDenonciations", x => new { x.ConventionId, x.Numero });
                    table.CheckConstraint("CK_ConventionsDenonciations_Archives_Numero_Longueur", "length(\"Archives_Numero\") <= 40");
                    table.CheckConstraint("CK_ConventionsDenonciations_Lettre_Numero_Longueur", "length(\"Lettre_Numero\") <= 40");
                    table.CheckConstraint("CK_ConventionsDenonciations_Motif_Longueur", "length(\"Motif\") <= 500");
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
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Titre = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TitreEchuLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DelaiEnJours = table.Column<int>(type: "INTEGER", nullable: false),
                    Lettre_EnvoyeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Lettre_Numero = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Lettre_Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Lettre_PresenteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Lettre_RemisLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegulariseeLe = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsMisesEnDemeure", x => new { x.ConventionId, x.Numero });
                    table.CheckConstraint("CK_ConventionsMisesEnDemeure_Lettre_Numero_Longueur", "length(\"Lettre_Numero\") <= 40");
                    table.CheckConstraint("CK_ConventionsMisesEnDemeure_Titre_Longueur", "length(\"Titre\") <= 60");
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
