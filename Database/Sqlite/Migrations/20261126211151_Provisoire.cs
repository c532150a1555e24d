using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Provisoire : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Chorus_EngagementObligatoire",
                table: "Appels");

            migrationBuilder.DropColumn(
                name: "Chorus_ServiceObligatoire",
                table: "Appels");

            migrationBuilder.DropColumn(
                name: "Export",
                table: "Appels");

            migrationBuilder.CreateTable(
                name: "ExportsDeFinancesTitres",
                columns: table => new
                {
                    Export = table.Column<Guid>(type: "TEXT", nullable: false),
                    Appel = table.Column<Guid>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_ExportsDeFinancesTitres_Appel",
                table: "ExportsDeFinancesTitres",
                column: "Appel");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExportsDeFinancesTitres");

            migrationBuilder.AddColumn<bool>(
                name: "Chorus_EngagementObligatoire",
                table: "Appels",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Chorus_ServiceObligatoire",
                table: "Appels",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "Export",
                table: "Appels",
                type: "TEXT",
                nullable: true);
        }
    }
}
