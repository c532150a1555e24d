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
                name: "VuesDeListe",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Liste = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Requete = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Partagee = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VuesDeListe", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VuesDeListe_Liste_Utilisateur_Nom",
                table: "VuesDeListe",
                columns: new[] { "Liste", "Utilisateur", "Nom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VuesDeListe");
        }
    }
}
