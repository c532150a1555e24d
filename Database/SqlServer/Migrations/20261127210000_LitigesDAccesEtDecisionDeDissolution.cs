using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.SqlServer.Migrations
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "VoteeLe",
                table: "Dissolutions",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LitigesDAcces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Convention = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Demandeur = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    DeclareLe = table.Column<DateOnly>(type: "date", nullable: false),
                    TentativeEngageeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    TentativeCloseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IssueEnClair = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    TribunalSaisiLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Tribunal = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ClosLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LitigesDAcces", x => x.Id);
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
