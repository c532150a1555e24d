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
                name: "VuesDeListe",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Liste = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Requete = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Partagee = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VuesDeListe", x => x.Id);
                    table.CheckConstraint("CK_VuesDeListe_Liste_Longueur", "length(\"Liste\") <= 200");
                    table.CheckConstraint("CK_VuesDeListe_Nom_Longueur", "length(\"Nom\") <= 80");
                    table.CheckConstraint("CK_VuesDeListe_Requete_Longueur", "length(\"Requete\") <= 2000");
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
