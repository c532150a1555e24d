using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CdgMarches.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SuitesDesLettresEtDesReunions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "AnnuleeLe",
                table: "ReunionsDeComite",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SequenceDAgenda",
                table: "ReunionsDeComite",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Reglement",
                table: "DemandesDAssistance",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReponseAvant",
                table: "DemandesDAssistance",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Lettre_Courrier",
                table: "ConventionsMisesEnDemeure",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Archives_Courrier",
                table: "ConventionsDenonciations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Lettre_Courrier",
                table: "ConventionsDenonciations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemplaceLe",
                table: "ContratsDAssurance",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Chorus_NomDuService",
                table: "Collectivites",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "UtiliseLAccesDeSaCommune",
                table: "Collectivites",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TexteLe",
                table: "AvenantsDeConvention",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Constat",
                table: "ApprobationsDAvenant",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_DemandesDAssistance_Reglement",
                table: "DemandesDAssistance",
                column: "Reglement");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsMisesEnDemeure_Lettre_Courrier",
                table: "ConventionsMisesEnDemeure",
                column: "Lettre_Courrier");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDenonciations_Archives_Courrier",
                table: "ConventionsDenonciations",
                column: "Archives_Courrier");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDenonciations_Lettre_Courrier",
                table: "ConventionsDenonciations",
                column: "Lettre_Courrier");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ApprobationsDAvenant_Constat_Longueur",
                table: "ApprobationsDAvenant",
                sql: "length(\"Constat\") <= 500");

            migrationBuilder.AddForeignKey(
                name: "FK_ConventionsDenonciations_Courriers_Archives_Courrier",
                table: "ConventionsDenonciations",
                column: "Archives_Courrier",
                principalTable: "Courriers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ConventionsDenonciations_Courriers_Lettre_Courrier",
                table: "ConventionsDenonciations",
                column: "Lettre_Courrier",
                principalTable: "Courriers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ConventionsMisesEnDemeure_Courriers_Lettre_Courrier",
                table: "ConventionsMisesEnDemeure",
                column: "Lettre_Courrier",
                principalTable: "Courriers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_DemandesDAssistance_Pieces_Reglement",
                table: "DemandesDAssistance",
                column: "Reglement",
                principalTable: "Pieces",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ConventionsDenonciations_Courriers_Archives_Courrier",
                table: "ConventionsDenonciations");

            migrationBuilder.DropForeignKey(
                name: "FK_ConventionsDenonciations_Courriers_Lettre_Courrier",
                table: "ConventionsDenonciations");

            migrationBuilder.DropForeignKey(
                name: "FK_ConventionsMisesEnDemeure_Courriers_Lettre_Courrier",
                table: "ConventionsMisesEnDemeure");

            migrationBuilder.DropForeignKey(
                name: "FK_DemandesDAssistance_Pieces_Reglement",
                table: "DemandesDAssistance");

            migrationBuilder.DropIndex(
                name: "IX_DemandesDAssistance_Reglement",
                table: "DemandesDAssistance");

            migrationBuilder.DropIndex(
                name: "IX_ConventionsMisesEnDemeure_Lettre_Courrier",
                table: "ConventionsMisesEnDemeure");

            migrationBuilder.DropIndex(
                name: "IX_ConventionsDenonciations_Archives_Courrier",
                table: "ConventionsDenonciations");

            migrationBuilder.DropIndex(
                name: "IX_ConventionsDenonciations_Lettre_Courrier",
                table: "ConventionsDenonciations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ApprobationsDAvenant_Constat_Longueur",
                table: "ApprobationsDAvenant");

            migrationBuilder.DropColumn(
                name: "AnnuleeLe",
                table: "ReunionsDeComite");

            migrationBuilder.DropColumn(
                name: "SequenceDAgenda",
                table: "ReunionsDeComite");

            migrationBuilder.DropColumn(
                name: "Reglement",
                table: "DemandesDAssistance");

            migrationBuilder.DropColumn(
                name: "ReponseAvant",
                table: "DemandesDAssistance");

            migrationBuilder.DropColumn(
                name: "Lettre_Courrier",
                table: "ConventionsMisesEnDemeure");

            migrationBuilder.DropColumn(
                name: "Archives_Courrier",
                table: "ConventionsDenonciations");

            migrationBuilder.DropColumn(
                name: "Lettre_Courrier",
                table: "ConventionsDenonciations");

            migrationBuilder.DropColumn(
                name: "RemplaceLe",
                table: "ContratsDAssurance");

            migrationBuilder.DropColumn(
                name: "Chorus_NomDuService",
                table: "Collectivites");

            migrationBuilder.DropColumn(
                name: "UtiliseLAccesDeSaCommune",
                table: "Collectivites");

            migrationBuilder.DropColumn(
                name: "TexteLe",
                table: "AvenantsDeConvention");

            migrationBuilder.DropColumn(
                name: "Constat",
                table: "ApprobationsDAvenant");
        }
    }
}
