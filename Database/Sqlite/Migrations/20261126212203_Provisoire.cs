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
            migrationBuilder.DropIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AbandonneeLe",
                table: "Dissolutions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MotifDAbandon",
                table: "Dissolutions",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions",
                column: "Groupement");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Dissolutions_MotifDAbandon_Longueur",
                table: "Dissolutions",
                sql: "length(\"MotifDAbandon\") <= 1000");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Dissolutions_MotifDAbandon_Longueur",
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
