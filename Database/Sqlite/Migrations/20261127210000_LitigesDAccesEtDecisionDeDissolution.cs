using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LitigesDAccesEtDecisionDeDissolution : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DernierJourVote",
                table: "Dissolutions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "VoteeLe",
                table: "Dissolutions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LitigesDAcces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Convention = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Demandeur = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DeclareLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TentativeEngageeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TentativeCloseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IssueEnClair = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    TribunalSaisiLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Tribunal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClosLe = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LitigesDAcces", x => x.Id);
                    table.CheckConstraint("CK_LitigesDAcces_IssueEnClair_Longueur", "length(\"IssueEnClair\") <= 4000");
                    table.CheckConstraint("CK_LitigesDAcces_Objet_Longueur", "length(\"Objet\") <= 4000");
                    table.CheckConstraint("CK_LitigesDAcces_Tribunal_Longueur", "length(\"Tribunal\") <= 200");
                    table.ForeignKey(
                        name: "FK_LitigesDAcces_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LitigesDAcces_ConventionsDAcces_Convention",
                        column: x => x.Convention,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LitigesDAcces_Collectivite",
                table: "LitigesDAcces",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_LitigesDAcces_Convention",
                table: "LitigesDAcces",
                column: "Convention");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LitigesDAcces");

            migrationBuilder.DropColumn(
                name: "DernierJourVote",
                table: "Dissolutions");

            migrationBuilder.DropColumn(
                name: "VoteeLe",
                table: "Dissolutions");
        }
    }
}
