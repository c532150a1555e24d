using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PartsArreteesEtChiffresComptes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<bool>(
                name: "Liquidation_ConsultationsEstimees",
                table: "Appels",
                type: "bit",
                nullable: false,
                defaultValue: false);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RefacturationsParts");

            migrationBuilder.DropColumn(
                name: "Liquidation_AgentsDesEtablissements",
                table: "Appels");

            migrationBuilder.DropColumn(
                name: "Liquidation_AnneeDesConsultations",
                table: "Appels");

            migrationBuilder.DropColumn(
                name: "Liquidation_ConsultationsEstimees",
                table: "Appels");
        }
    }
}
