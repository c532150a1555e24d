using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CorrectionsDesDossiersEtDesAppels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions");

            migrationBuilder.AddColumn<bool>(
                name: "Liquidation_ConsultationsEstimees",
                table: "Appels",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AbandonneeLe",
                table: "Dissolutions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MotifDAbandon",
                table: "Dissolutions",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Liquidation_AgentsDesEtablissements",
                table: "Appels",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Liquidation_AnneeDesConsultations",
                table: "Appels",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExportsDeFinancesTitres",
                columns: table => new
                {
                    Export = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Appel = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportsDeFinancesTitres", x => new { x.Export, x.Appel });
                    table.ForeignKey(
                        name: "FK_ExportsDeFinancesTitres_Appels_Appel",
                        column: x => x.Appel,
                        principalTable: "Appels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExportsDeFinancesTitres_ExportsDeFinances_Export",
                        column: x => x.Export,
                        principalTable: "ExportsDeFinances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefacturationsParts",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RefacturationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Poids = table.Column<long>(type: "bigint", nullable: false),
                    MontantHtCentimes = table.Column<long>(type: "bigint", nullable: false),
                    Exemption = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Fiche = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefacturationsParts", x => new { x.RefacturationId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_RefacturationsParts_Refacturations_RefacturationId",
                        column: x => x.RefacturationId,
                        principalTable: "Refacturations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_ExportsDeFinancesTitres_Appel",
                table: "ExportsDeFinancesTitres",
                column: "Appel");

            // A call knew its last remittance only: each remittance now keeps its own titles.
            migrationBuilder.Sql("EXEC(N'INSERT INTO ExportsDeFinancesTitres (Export, Appel) SELECT Export, Id FROM Appels WHERE Export IS NOT NULL;')");

            migrationBuilder.DropColumn(
                name: "Export",
                table: "Appels");

            migrationBuilder.DropColumn(
                name: "Chorus_EngagementObligatoire",
                table: "Appels");

            migrationBuilder.DropColumn(
                name: "Chorus_ServiceObligatoire",
                table: "Appels");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExportsDeFinancesTitres");

            migrationBuilder.DropTable(
                name: "RefacturationsParts");

            migrationBuilder.DropIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions");

            migrationBuilder.DropColumn(
                name: "AbandonneeLe",
                table: "Dissolutions");

            migrationBuilder.DropColumn(
                name: "MotifDAbandon",
                table: "Dissolutions");

            migrationBuilder.DropColumn(
                name: "Liquidation_AgentsDesEtablissements",
                table: "Appels");

            migrationBuilder.DropColumn(
                name: "Liquidation_AnneeDesConsultations",
                table: "Appels");

            migrationBuilder.AddColumn<bool>(
                name: "Chorus_ServiceObligatoire",
                table: "Appels",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.DropColumn(
                name: "Liquidation_ConsultationsEstimees",
                table: "Appels");

            migrationBuilder.AddColumn<bool>(
                name: "Chorus_EngagementObligatoire",
                table: "Appels",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "Export",
                table: "Appels",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions",
                column: "Groupement",
                unique: true);
        }
    }
}
