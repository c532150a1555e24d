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
            migrationBuilder.AddColumn<string>(
                name: "Cpv",
                table: "ProceduresLots",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "EstPetitLot",
                table: "ProceduresLots",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "EstimationCentimes",
                table: "ProceduresLots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Issue",
                table: "ProceduresLots",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "IssueLe",
                table: "ProceduresLots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MaximumCentimes",
                table: "ProceduresLots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MinimumCentimes",
                table: "ProceduresLots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MotifDeLIssue",
                table: "ProceduresLots",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Statut",
                table: "ProceduresLots",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Preparation");

            migrationBuilder.AddColumn<long>(
                name: "ComplementsCentimes",
                table: "Procedures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "Consolidation",
                table: "Procedures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Contrat",
                table: "Procedures",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Marche");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DecisionDuRefereLe",
                table: "Procedures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "DocumentsHorsProfil",
                table: "Procedures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "DureeEnMois",
                table: "Procedures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Forme",
                table: "Procedures",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JustificationDeLUrgence",
                table: "Procedures",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JustificationDeLaDuree",
                table: "Procedures",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JustificationDeLaForme",
                table: "Procedures",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JustificationDuNonAllotissement",
                table: "Procedures",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LimiteDeRemise",
                table: "Procedures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Preinformation",
                table: "Procedures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ProchaineEcheance",
                table: "Procedures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProchaineEtape",
                table: "Procedures",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rectificatifs",
                table: "Procedures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RefereLe",
                table: "Procedures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RemiseElectronique",
                table: "Procedures",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "ProceduresFaits",
                columns: table => new
                {
                    Lot = table.Column<int>(type: "INTEGER", nullable: false),
                    Etape = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Le = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Precision = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresFaits", x => new { x.ProcedureId, x.Lot, x.Etape });
                    table.CheckConstraint("CK_ProceduresFaits_Precision_Longueur", "length(\"Precision\") <= 500");
                    table.ForeignKey(
                        name: "FK_ProceduresFaits_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresJalons",
                columns: table => new
                {
                    Etape = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prevu = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reel = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresJalons", x => new { x.ProcedureId, x.Etape });
                    table.ForeignKey(
                        name: "FK_ProceduresJalons_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresLots_Statut",
                table: "ProceduresLots",
                column: "Statut");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ProceduresLots_Cpv_Longueur",
                table: "ProceduresLots",
                sql: "length(\"Cpv\") <= 10");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ProceduresLots_MotifDeLIssue_Longueur",
                table: "ProceduresLots",
                sql: "length(\"MotifDeLIssue\") <= 1000");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Consolidation",
                table: "Procedures",
                column: "Consolidation");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_ProchaineEcheance_Id",
                table: "Procedures",
                columns: new[] { "ProchaineEcheance", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Procedures_JustificationDeLaDuree_Longueur",
                table: "Procedures",
                sql: "length(\"JustificationDeLaDuree\") <= 2000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Procedures_JustificationDeLaForme_Longueur",
                table: "Procedures",
                sql: "length(\"JustificationDeLaForme\") <= 2000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Procedures_JustificationDeLUrgence_Longueur",
                table: "Procedures",
                sql: "length(\"JustificationDeLUrgence\") <= 2000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Procedures_JustificationDuNonAllotissement_Longueur",
                table: "Procedures",
                sql: "length(\"JustificationDuNonAllotissement\") <= 2000");

            migrationBuilder.AddForeignKey(
                name: "FK_Procedures_Consolidations_Consolidation",
                table: "Procedures",
                column: "Consolidation",
                principalTable: "Consolidations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Procedures_Consolidations_Consolidation",
                table: "Procedures");

            migrationBuilder.DropTable(
                name: "ProceduresFaits");

            migrationBuilder.DropTable(
                name: "ProceduresJalons");

            migrationBuilder.DropIndex(
                name: "IX_ProceduresLots_Statut",
                table: "ProceduresLots");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProceduresLots_Cpv_Longueur",
                table: "ProceduresLots");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ProceduresLots_MotifDeLIssue_Longueur",
                table: "ProceduresLots");

            migrationBuilder.DropIndex(
                name: "IX_Procedures_Consolidation",
                table: "Procedures");

            migrationBuilder.DropIndex(
                name: "IX_Procedures_ProchaineEcheance_Id",
                table: "Procedures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Procedures_JustificationDeLaDuree_Longueur",
                table: "Procedures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Procedures_JustificationDeLaForme_Longueur",
                table: "Procedures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Procedures_JustificationDeLUrgence_Longueur",
                table: "Procedures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Procedures_JustificationDuNonAllotissement_Longueur",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Cpv",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "EstPetitLot",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "EstimationCentimes",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "Issue",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "IssueLe",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "MaximumCentimes",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "MinimumCentimes",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "MotifDeLIssue",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "Statut",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "ComplementsCentimes",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Consolidation",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Contrat",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "DecisionDuRefereLe",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "DocumentsHorsProfil",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "DureeEnMois",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Forme",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "JustificationDeLUrgence",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "JustificationDeLaDuree",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "JustificationDeLaForme",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "JustificationDuNonAllotissement",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "LimiteDeRemise",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Preinformation",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "ProchaineEcheance",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "ProchaineEtape",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Rectificatifs",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "RefereLe",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "RemiseElectronique",
                table: "Procedures");
        }
    }
}
