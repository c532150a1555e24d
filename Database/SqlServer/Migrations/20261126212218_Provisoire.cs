using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Provisoire : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions");

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

            migrationBuilder.CreateIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions",
                column: "Groupement");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions");

            migrationBuilder.DropColumn(
                name: "AbandonneeLe",
                table: "Dissolutions");

            migrationBuilder.DropColumn(
                name: "MotifDAbandon",
                table: "Dissolutions");

            migrationBuilder.CreateIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions",
                column: "Groupement",
                unique: true);
        }
    }
}
