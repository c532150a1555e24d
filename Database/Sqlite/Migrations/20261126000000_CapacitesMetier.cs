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
            migrationBuilder.AddColumn<string>(
                name: "Regles_ArticleDeLaVoixPreponderante",
                table: "Groupements",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Regles_EnvoiTardifPermis",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Regles_JourDuBilan",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 31);

            migrationBuilder.AddColumn<int>(
                name: "Regles_JourDuPreavis",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<int>(
                name: "Regles_JoursFrancsDeConvocation",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<string>(
                name: "Regles_LectureDuPreavis",
                table: "Groupements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "JourExclu");

            migrationBuilder.AddColumn<string>(
                name: "Regles_ModeDAdhesion",
                table: "Groupements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "ParAvenant");

            migrationBuilder.AddColumn<string>(
                name: "Regles_ModeDeRetrait",
                table: "Groupements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "DeliberationDatee");

            migrationBuilder.AddColumn<bool>(
                name: "Regles_ModificationUnanime",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "Regles_MoisDuBilan",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<int>(
                name: "Regles_MoisDuPreavis",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<string>(
                name: "Regles_Profil",
                table: "Groupements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "GroupementDedie");

            migrationBuilder.AddColumn<bool>(
                name: "Regles_PublicationRequise",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Regles_Quorum",
                table: "Groupements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "PlusDeLaMoitie");

            migrationBuilder.AddColumn<string>(
                name: "Regles_RegimeDeCao",
                table: "Groupements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Propre");

            migrationBuilder.AddColumn<int>(
                name: "Regles_SecondeConvocationJoursFrancs",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<bool>(
                name: "Regles_SecondeConvocationSansQuorum",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Regles_SortieDuCoordonnateur",
                table: "Groupements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Refusee");

            migrationBuilder.AddColumn<bool>(
                name: "Regles_SuppleantObligatoire",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Regles_VerrouDAdhesion",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Regles_VoixPreponderante",
                table: "Groupements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AdresseDEssai",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CleDIdempotence",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Collectivite",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Html",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ics",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LuLe",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Modele",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RenvoiDe",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RepondreA",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReponduLe",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevenuLe",
                table: "EnvoisDeCourriel",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ConventionsDAcces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    PrepareeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AbandonneeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MotifDAbandon = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PremierJour = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    DernierTermeExamine = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Actes_DelibereeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Actes_Effet = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Actes_NumeroDeDeliberation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Actes_SignataireDeLaCollectivite = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Actes_SignataireDuCdg = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Actes_SigneeParLaCollectiviteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Actes_SigneeParLeCdgLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Regles_DelaiDeMiseEnDemeureEnJours = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_DureeInitialeEnAnnees = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_PeriodeDeReconductionEnAnnees = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_PreavisDeLaCollectiviteEnMois = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_PreavisDuCdgEnMois = table.Column<int>(type: "INTEGER", nullable: false),
                    Regles_Reconduction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Regles_ReconductionsAuPlus = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDAcces", x => x.Id);
                    table.CheckConstraint("CK_ConventionsDAcces_MotifDAbandon_Longueur", "length(\"MotifDAbandon\") <= 500");
                    table.ForeignKey(
                        name: "FK_ConventionsDAcces_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConventionsDAcces_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Echeances",
                columns: table => new
                {
                    ObjetType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cle = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Heure = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Fondement = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    Suppleant = table.Column<Guid>(type: "TEXT", nullable: true),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: true),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: true),
                    PourLesMembres = table.Column<bool>(type: "INTEGER", nullable: false),
                    EstAccomplie = table.Column<bool>(type: "INTEGER", nullable: false),
                    Adresse = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Alertes = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PremiereAlerte = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DerniereAlerte = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Echeances", x => new { x.ObjetType, x.ObjetId, x.Cle });
                    table.CheckConstraint("CK_Echeances_Adresse_Longueur", "length(\"Adresse\") <= 400");
                    table.CheckConstraint("CK_Echeances_Alertes_Longueur", "length(\"Alertes\") <= 60");
                    table.CheckConstraint("CK_Echeances_Cle_Longueur", "length(\"Cle\") <= 120");
                    table.CheckConstraint("CK_Echeances_CleDeRecherche_Longueur", "length(\"CleDeRecherche\") <= 600");
                    table.CheckConstraint("CK_Echeances_Code_Longueur", "length(\"Code\") <= 20");
                    table.CheckConstraint("CK_Echeances_Fondement_Longueur", "length(\"Fondement\") <= 300");
                    table.CheckConstraint("CK_Echeances_Libelle_Longueur", "length(\"Libelle\") <= 300");
                    table.CheckConstraint("CK_Echeances_ObjetType_Longueur", "length(\"ObjetType\") <= 60");
                });

            migrationBuilder.CreateTable(
                name: "EnvoisDeCourrielPieces",
                columns: table => new
                {
                    Envoi = table.Column<Guid>(type: "TEXT", nullable: false),
                    Piece = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rang = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnvoisDeCourrielPieces", x => new { x.Envoi, x.Piece });
                    table.ForeignKey(
                        name: "FK_EnvoisDeCourrielPieces_EnvoisDeCourriel_Envoi",
                        column: x => x.Envoi,
                        principalTable: "EnvoisDeCourriel",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EnvoisDeCourrielPieces_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsDenonciations",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Auteur = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DernierJourAnnonce = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MiseEnDemeure = table.Column<int>(type: "INTEGER", nullable: true),
                    Lettre_EnvoyeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Lettre_Numero = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Lettre_Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Lettre_PresenteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Lettre_RemisLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Archives_EnvoyeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Archives_Numero = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Archives_Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Archives_PresenteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Archives_RemisLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RetireeLe = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDenonciations", x => new { x.ConventionId, x.Numero });
                    table.CheckConstraint("CK_ConventionsDenonciations_Archives_Numero_Longueur", "length(\"Archives_Numero\") <= 40");
                    table.CheckConstraint("CK_ConventionsDenonciations_Lettre_Numero_Longueur", "length(\"Lettre_Numero\") <= 40");
                    table.CheckConstraint("CK_ConventionsDenonciations_Motif_Longueur", "length(\"Motif\") <= 500");
                    table.ForeignKey(
                        name: "FK_ConventionsDenonciations_ConventionsDAcces_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsMisesEnDemeure",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Titre = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TitreEchuLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DelaiEnJours = table.Column<int>(type: "INTEGER", nullable: false),
                    Lettre_EnvoyeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Lettre_Numero = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Lettre_Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Lettre_PresenteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Lettre_RemisLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegulariseeLe = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsMisesEnDemeure", x => new { x.ConventionId, x.Numero });
                    table.CheckConstraint("CK_ConventionsMisesEnDemeure_Lettre_Numero_Longueur", "length(\"Lettre_Numero\") <= 40");
                    table.CheckConstraint("CK_ConventionsMisesEnDemeure_Titre_Longueur", "length(\"Titre\") <= 60");
                    table.ForeignKey(
                        name: "FK_ConventionsMisesEnDemeure_ConventionsDAcces_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsRestitutions",
                columns: table => new
                {
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OuverteLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MiseADispositionLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecueLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Signataire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Recu = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsRestitutions", x => x.ConventionId);
                    table.CheckConstraint("CK_ConventionsRestitutions_Signataire_Longueur", "length(\"Signataire\") <= 200");
                    table.ForeignKey(
                        name: "FK_ConventionsRestitutions_ConventionsDAcces_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ConventionsRestitutions_Pieces_Recu",
                        column: x => x.Recu,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsDocumentsARestituer",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Designation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Quantite = table.Column<int>(type: "INTEGER", nullable: false),
                    Support = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDocumentsARestituer", x => new { x.ConventionId, x.Numero });
                    table.CheckConstraint("CK_ConventionsDocumentsARestituer_Designation_Longueur", "length(\"Designation\") <= 300");
                    table.CheckConstraint("CK_ConventionsDocumentsARestituer_Support_Longueur", "length(\"Support\") <= 100");
                    table.ForeignKey(
                        name: "FK_ConventionsDocumentsARestituer_ConventionsRestitutions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsRestitutions",
                        principalColumn: "ConventionId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_CleDIdempotence",
                table: "EnvoisDeCourriel",
                column: "CleDIdempotence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_Destinataire_DeposeLe",
                table: "EnvoisDeCourriel",
                columns: new[] { "Destinataire", "DeposeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_MessageId",
                table: "EnvoisDeCourriel",
                column: "MessageId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_EnvoisDeCourriel_AdresseDEssai_Longueur",
                table: "EnvoisDeCourriel",
                sql: "length(\"AdresseDEssai\") <= 254");

            migrationBuilder.AddCheckConstraint(
                name: "CK_EnvoisDeCourriel_CleDIdempotence_Longueur",
                table: "EnvoisDeCourriel",
                sql: "length(\"CleDIdempotence\") <= 200");

            migrationBuilder.AddCheckConstraint(
                name: "CK_EnvoisDeCourriel_Modele_Longueur",
                table: "EnvoisDeCourriel",
                sql: "length(\"Modele\") <= 80");

            migrationBuilder.AddCheckConstraint(
                name: "CK_EnvoisDeCourriel_RepondreA_Longueur",
                table: "EnvoisDeCourriel",
                sql: "length(\"RepondreA\") <= 254");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDAcces_Collectivite_PremierJour",
                table: "ConventionsDAcces",
                columns: new[] { "Collectivite", "PremierJour" });

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDAcces_PremierJour",
                table: "ConventionsDAcces",
                column: "PremierJour");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDAcces_Reference",
                table: "ConventionsDAcces",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsDAcces_Responsable",
                table: "ConventionsDAcces",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsRestitutions_Recu",
                table: "ConventionsRestitutions",
                column: "Recu");

            migrationBuilder.CreateIndex(
                name: "IX_Echeances_Collectivite_Date",
                table: "Echeances",
                columns: new[] { "Collectivite", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Echeances_Date_EstAccomplie",
                table: "Echeances",
                columns: new[] { "Date", "EstAccomplie" });

            migrationBuilder.CreateIndex(
                name: "IX_Echeances_EstAccomplie_PremiereAlerte",
                table: "Echeances",
                columns: new[] { "EstAccomplie", "PremiereAlerte" });

            migrationBuilder.CreateIndex(
                name: "IX_Echeances_Groupement_Date",
                table: "Echeances",
                columns: new[] { "Groupement", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourrielPieces_Piece",
                table: "EnvoisDeCourrielPieces",
                column: "Piece");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConventionsDenonciations");

            migrationBuilder.DropTable(
                name: "ConventionsDocumentsARestituer");

            migrationBuilder.DropTable(
                name: "ConventionsMisesEnDemeure");

            migrationBuilder.DropTable(
                name: "Echeances");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourrielPieces");

            migrationBuilder.DropTable(
                name: "ConventionsRestitutions");

            migrationBuilder.DropTable(
                name: "ConventionsDAcces");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_CleDIdempotence",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_Destinataire_DeposeLe",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_MessageId",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropCheckConstraint(
                name: "CK_EnvoisDeCourriel_AdresseDEssai_Longueur",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropCheckConstraint(
                name: "CK_EnvoisDeCourriel_CleDIdempotence_Longueur",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropCheckConstraint(
                name: "CK_EnvoisDeCourriel_Modele_Longueur",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropCheckConstraint(
                name: "CK_EnvoisDeCourriel_RepondreA_Longueur",
                table: "EnvoisDeCourriel");

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

            migrationBuilder.DropColumn(
                name: "AdresseDEssai",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "CleDIdempotence",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "Collectivite",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "Html",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "Ics",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "LuLe",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "Modele",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "RenvoiDe",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "RepondreA",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "ReponduLe",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "RevenuLe",
                table: "EnvoisDeCourriel");
        }
    }
}
