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
            migrationBuilder.AddColumn<string>(
                name: "Regles_ArticleDeLaVoixPreponderante",
                table: "Groupements",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Regles_EnvoiTardifPermis",
                table: "Groupements",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Regles_JourDuBilan",
                table: "Groupements",
                type: "int",
                nullable: false,
                defaultValue: 31);

            migrationBuilder.AddColumn<int>(
                name: "Regles_JourDuPreavis",
                table: "Groupements",
                type: "int",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<int>(
                name: "Regles_JoursFrancsDeConvocation",
                table: "Groupements",
                type: "int",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<string>(
                name: "Regles_LectureDuPreavis",
                table: "Groupements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "JourExclu");

            migrationBuilder.AddColumn<string>(
                name: "Regles_ModeDAdhesion",
                table: "Groupements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "ParAvenant");

            migrationBuilder.AddColumn<string>(
                name: "Regles_ModeDeRetrait",
                table: "Groupements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "DeliberationDatee");

            migrationBuilder.AddColumn<bool>(
                name: "Regles_ModificationUnanime",
                table: "Groupements",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "Regles_MoisDuBilan",
                table: "Groupements",
                type: "int",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<int>(
                name: "Regles_MoisDuPreavis",
                table: "Groupements",
                type: "int",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<string>(
                name: "Regles_Profil",
                table: "Groupements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "GroupementDedie");

            migrationBuilder.AddColumn<bool>(
                name: "Regles_PublicationRequise",
                table: "Groupements",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Regles_Quorum",
                table: "Groupements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "PlusDeLaMoitie");

            migrationBuilder.AddColumn<string>(
                name: "Regles_RegimeDeCao",
                table: "Groupements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Propre");

            migrationBuilder.AddColumn<int>(
                name: "Regles_SecondeConvocationJoursFrancs",
                table: "Groupements",
                type: "int",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<bool>(
                name: "Regles_SecondeConvocationSansQuorum",
                table: "Groupements",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Regles_SortieDuCoordonnateur",
                table: "Groupements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Refusee");

            migrationBuilder.AddColumn<bool>(
                name: "Regles_SuppleantObligatoire",
                table: "Groupements",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Regles_VerrouDAdhesion",
                table: "Groupements",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Regles_VoixPreponderante",
                table: "Groupements",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Regles_ArticleDeLaVoixPreponderante",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_EnvoiTardifPermis",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_JourDuBilan",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_JourDuPreavis",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_JoursFrancsDeConvocation",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_LectureDuPreavis",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_ModeDAdhesion",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_ModeDeRetrait",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_ModificationUnanime",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_MoisDuBilan",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_MoisDuPreavis",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_Profil",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_PublicationRequise",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_Quorum",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_RegimeDeCao",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_SecondeConvocationJoursFrancs",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_SecondeConvocationSansQuorum",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_SortieDuCoordonnateur",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_SuppleantObligatoire",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_VerrouDAdhesion",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Regles_VoixPreponderante",
                table: "Groupements");
        }
    }
}
