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
            migrationBuilder.AddColumn<string>(
                name: "Cpv",
                table: "ProceduresLots",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "EstPetitLot",
                table: "ProceduresLots",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "EstimationCentimes",
                table: "ProceduresLots",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Issue",
                table: "ProceduresLots",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "IssueLe",
                table: "ProceduresLots",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MaximumCentimes",
                table: "ProceduresLots",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MinimumCentimes",
                table: "ProceduresLots",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MotifDeLIssue",
                table: "ProceduresLots",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Statut",
                table: "ProceduresLots",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Preparation");

            migrationBuilder.AddColumn<long>(
                name: "ComplementsCentimes",
                table: "Procedures",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "Consolidation",
                table: "Procedures",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Contrat",
                table: "Procedures",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Marche");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DecisionDuRefereLe",
                table: "Procedures",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "DocumentsHorsProfil",
                table: "Procedures",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "DureeEnMois",
                table: "Procedures",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Forme",
                table: "Procedures",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JustificationDeLUrgence",
                table: "Procedures",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JustificationDeLaDuree",
                table: "Procedures",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JustificationDeLaForme",
                table: "Procedures",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JustificationDuNonAllotissement",
                table: "Procedures",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LimiteDeRemise",
                table: "Procedures",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Procedures",
                type: "nvarchar(max)",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NoteEnvoyeeLe",
                table: "Procedures",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NoteReponseAvant",
                table: "Procedures",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Preinformation",
                table: "Procedures",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ProchaineEcheance",
                table: "Procedures",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProchaineEtape",
                table: "Procedures",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rectificatifs",
                table: "Procedures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RefereLe",
                table: "Procedures",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RemiseElectronique",
                table: "Procedures",
                type: "bit",
                nullable: false,
                defaultValue: true);

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

            migrationBuilder.AddColumn<string>(
                name: "AdresseDEssai",
                table: "EnvoisDeCourriel",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CleDIdempotence",
                table: "EnvoisDeCourriel",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Collectivite",
                table: "EnvoisDeCourriel",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Html",
                table: "EnvoisDeCourriel",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ics",
                table: "EnvoisDeCourriel",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LuLe",
                table: "EnvoisDeCourriel",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Modele",
                table: "EnvoisDeCourriel",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RenvoiDe",
                table: "EnvoisDeCourriel",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RepondreA",
                table: "EnvoisDeCourriel",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReponduLe",
                table: "EnvoisDeCourriel",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevenuLe",
                table: "EnvoisDeCourriel",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Analyses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Lot = table.Column<int>(type: "int", nullable: false),
                    Retenue = table.Column<int>(type: "int", nullable: true),
                    ChoisieLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ActeDuChoix = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    MotifsDuChoix = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    MiseAuPoint = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Analyses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Analyses_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsDAcces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PrepareeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    AbandonneeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    MotifDAbandon = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    PremierJour = table.Column<DateOnly>(type: "date", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "date", nullable: true),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Actes_DelibereeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Actes_Effet = table.Column<DateOnly>(type: "date", nullable: true),
                    Actes_NumeroDeDeliberation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Actes_SignataireDeLaCollectivite = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Actes_SignataireDuCdg = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Actes_SigneeParLaCollectiviteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Actes_SigneeParLeCdgLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Regles_DelaiDeMiseEnDemeureEnJours = table.Column<int>(type: "int", nullable: false),
                    Regles_DureeInitialeEnAnnees = table.Column<int>(type: "int", nullable: false),
                    Regles_PeriodeDeReconductionEnAnnees = table.Column<int>(type: "int", nullable: false),
                    Regles_PreavisDeLaCollectiviteEnMois = table.Column<int>(type: "int", nullable: false),
                    Regles_PreavisDuCdgEnMois = table.Column<int>(type: "int", nullable: false),
                    Regles_Reconduction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Regles_ReconductionsAuPlus = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDAcces", x => x.Id);
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
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cle = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Heure = table.Column<TimeOnly>(type: "time", nullable: true),
                    Libelle = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Fondement = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Suppleant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PourLesMembres = table.Column<bool>(type: "bit", nullable: false),
                    EstAccomplie = table.Column<bool>(type: "bit", nullable: false),
                    Adresse = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Alertes = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PremiereAlerte = table.Column<DateOnly>(type: "date", nullable: true),
                    DerniereAlerte = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Echeances", x => new { x.ObjetType, x.ObjetId, x.Cle });
                });

            migrationBuilder.CreateTable(
                name: "EnvoisDeCourrielPieces",
                columns: table => new
                {
                    Envoi = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rang = table.Column<int>(type: "int", nullable: false)
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
                name: "Marches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Lot = table.Column<int>(type: "int", nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Contrat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Forme = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Cpv = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    AttribueParLaCao = table.Column<bool>(type: "bit", nullable: false),
                    AttribueLe = table.Column<DateOnly>(type: "date", nullable: false),
                    MontantCentimes = table.Column<long>(type: "bigint", nullable: false),
                    MinimumCentimes = table.Column<long>(type: "bigint", nullable: true),
                    MaximumCentimes = table.Column<long>(type: "bigint", nullable: true),
                    SigneLe = table.Column<DateOnly>(type: "date", nullable: true),
                    TransmisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    NotifieLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Debut = table.Column<DateOnly>(type: "date", nullable: true),
                    DureeFermeEnMois = table.Column<int>(type: "int", nullable: false),
                    Fin = table.Column<DateOnly>(type: "date", nullable: true),
                    FinMaximale = table.Column<DateOnly>(type: "date", nullable: true),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ConsommeCentimes = table.Column<long>(type: "bigint", nullable: false),
                    ResilieLe = table.Column<DateOnly>(type: "date", nullable: true),
                    CasDeLaResiliation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    MotifDeLaResiliation = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Suppleant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DonneesEssentielles = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    DonneesPublieesLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Marches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Marches_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Marches_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Marches_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Marches_Utilisateurs_Suppleant",
                        column: x => x.Suppleant,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresAvis",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Support = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EnvoyeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PublieLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresAvis", x => new { x.ProcedureId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ProceduresAvis_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresAvisSurLaNote",
                columns: table => new
                {
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sens = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Par = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Le = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresAvisSurLaNote", x => new { x.ProcedureId, x.Collectivite });
                    table.ForeignKey(
                        name: "FK_ProceduresAvisSurLaNote_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProceduresAvisSurLaNote_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresExclusions",
                columns: table => new
                {
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Par = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Le = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresExclusions", x => new { x.ProcedureId, x.Collectivite });
                    table.ForeignKey(
                        name: "FK_ProceduresExclusions_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProceduresExclusions_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresFaits",
                columns: table => new
                {
                    Lot = table.Column<int>(type: "int", nullable: false),
                    Etape = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Le = table.Column<DateOnly>(type: "date", nullable: false),
                    Precision = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresFaits", x => new { x.ProcedureId, x.Lot, x.Etape });
                    table.ForeignKey(
                        name: "FK_ProceduresFaits_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresJalons",
                columns: table => new
                {
                    Etape = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Prevu = table.Column<DateOnly>(type: "date", nullable: true),
                    Reel = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresJalons", x => new { x.ProcedureId, x.Etape });
                    table.ForeignKey(
                        name: "FK_ProceduresJalons_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresPieces",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Responsable = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    VersionDeposee = table.Column<int>(type: "int", nullable: false),
                    DeposeeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ValideeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Fichier = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresPieces", x => new { x.ProcedureId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ProceduresPieces_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Registres",
                columns: table => new
                {
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ComplementsDemandesLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ComplementsAvant = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registres", x => x.ProcedureId);
                    table.ForeignKey(
                        name: "FK_Registres_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnalysesCriteres",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    AnalyseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Intitule = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Poids = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnalysesCriteres", x => new { x.AnalyseId, x.Numero });
                    table.ForeignKey(
                        name: "FK_AnalysesCriteres_Analyses_AnalyseId",
                        column: x => x.AnalyseId,
                        principalTable: "Analyses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnalysesNotes",
                columns: table => new
                {
                    Offre = table.Column<int>(type: "int", nullable: false),
                    Critere = table.Column<int>(type: "int", nullable: false),
                    AnalyseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Valeur = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnalysesNotes", x => new { x.AnalyseId, x.Offre, x.Critere });
                    table.ForeignKey(
                        name: "FK_AnalysesNotes_Analyses_AnalyseId",
                        column: x => x.AnalyseId,
                        principalTable: "Analyses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnalysesOffres",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    AnalyseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Entreprise = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Siret = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    MontantCentimes = table.Column<long>(type: "bigint", nullable: true),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    PrecisionsDemandeesLe = table.Column<DateOnly>(type: "date", nullable: true),
                    AttestationsDemandeesLe = table.Column<DateOnly>(type: "date", nullable: true),
                    AttestationsAvant = table.Column<DateOnly>(type: "date", nullable: true),
                    AttestationsRecuesLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RejeteeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RejetElectronique = table.Column<bool>(type: "bit", nullable: false),
                    MotifsDuRejet = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnalysesOffres", x => new { x.AnalyseId, x.Numero });
                    table.ForeignKey(
                        name: "FK_AnalysesOffres_Analyses_AnalyseId",
                        column: x => x.AnalyseId,
                        principalTable: "Analyses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnalysesTours",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    AnalyseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Invitation = table.Column<DateOnly>(type: "date", nullable: false),
                    Limite = table.Column<DateOnly>(type: "date", nullable: false),
                    Invites = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnalysesTours", x => new { x.AnalyseId, x.Numero });
                    table.ForeignKey(
                        name: "FK_AnalysesTours_Analyses_AnalyseId",
                        column: x => x.AnalyseId,
                        principalTable: "Analyses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsDenonciations",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Auteur = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    DernierJourAnnonce = table.Column<DateOnly>(type: "date", nullable: true),
                    MiseEnDemeure = table.Column<int>(type: "int", nullable: true),
                    Lettre_EnvoyeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    Lettre_Numero = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Lettre_Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Lettre_PresenteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Lettre_RemisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Archives_EnvoyeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Archives_Numero = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Archives_Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Archives_PresenteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Archives_RemisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "date", nullable: true),
                    RetireeLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDenonciations", x => new { x.ConventionId, x.Numero });
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
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Titre = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    TitreEchuLe = table.Column<DateOnly>(type: "date", nullable: false),
                    DelaiEnJours = table.Column<int>(type: "int", nullable: false),
                    Lettre_EnvoyeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    Lettre_Numero = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Lettre_Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Lettre_PresenteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Lettre_RemisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RegulariseeLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsMisesEnDemeure", x => new { x.ConventionId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ConventionsMisesEnDemeure_ConventionsDAcces_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Commandes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jour = table.Column<DateOnly>(type: "date", nullable: false),
                    Annee = table.Column<int>(type: "int", nullable: false),
                    MontantCentimes = table.Column<long>(type: "bigint", nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    EstDepassement = table.Column<bool>(type: "bit", nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commandes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Commandes_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commandes_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    DeclarePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DeclareLe = table.Column<DateOnly>(type: "date", nullable: false),
                    TransmisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ReponduLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Reponse = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    PenalitesCentimes = table.Column<long>(type: "bigint", nullable: false),
                    ClosLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Incidents_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MarchesAttestations",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ExpireLe = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesAttestations", x => new { x.MarcheId, x.Numero });
                    table.ForeignKey(
                        name: "FK_MarchesAttestations_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MarchesAvenants",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cas = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    MontantCentimes = table.Column<long>(type: "bigint", nullable: false),
                    SigneLe = table.Column<DateOnly>(type: "date", nullable: false),
                    Justification = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AvisDeLaCaoLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesAvenants", x => new { x.MarcheId, x.Numero });
                    table.ForeignKey(
                        name: "FK_MarchesAvenants_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MarchesBilans",
                columns: table => new
                {
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Annee = table.Column<int>(type: "int", nullable: false),
                    AttenduLe = table.Column<DateOnly>(type: "date", nullable: false),
                    RenduLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RenduPar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    MontantDeclareCentimes = table.Column<long>(type: "bigint", nullable: true),
                    Satisfaction = table.Column<int>(type: "int", nullable: true),
                    BesoinsRestants = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    IncidentsEtPenalites = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesBilans", x => new { x.MarcheId, x.Collectivite, x.Annee });
                    table.ForeignKey(
                        name: "FK_MarchesBilans_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MarchesBilans_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MarchesBpu",
                columns: table => new
                {
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    Du = table.Column<DateOnly>(type: "date", nullable: false),
                    Conditions = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Par = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Le = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesBpu", x => new { x.MarcheId, x.Numero });
                    table.ForeignKey(
                        name: "FK_MarchesBpu_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MarchesBpuPrix",
                columns: table => new
                {
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Ligne = table.Column<int>(type: "int", nullable: false),
                    Designation = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Unite = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Prix = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesBpuPrix", x => new { x.MarcheId, x.Version, x.Ligne });
                    table.ForeignKey(
                        name: "FK_MarchesBpuPrix_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MarchesInformations",
                columns: table => new
                {
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Adresse = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Envoi = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Le = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesInformations", x => new { x.MarcheId, x.Collectivite });
                    table.ForeignKey(
                        name: "FK_MarchesInformations_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MarchesInformations_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MarchesReconductions",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mois = table.Column<int>(type: "int", nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PreavisEnMois = table.Column<int>(type: "int", nullable: false),
                    DecisionAvant = table.Column<DateOnly>(type: "date", nullable: true),
                    EstReconduit = table.Column<bool>(type: "bit", nullable: true),
                    DecideeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Motif = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesReconductions", x => new { x.MarcheId, x.Numero });
                    table.ForeignKey(
                        name: "FK_MarchesReconductions_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MarchesRevisions",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Le = table.Column<DateOnly>(type: "date", nullable: false),
                    Indice = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Coefficient = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesRevisions", x => new { x.MarcheId, x.Numero });
                    table.ForeignKey(
                        name: "FK_MarchesRevisions_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MarchesSousTraitants",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Siret = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Prestations = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    MontantTtcCentimes = table.Column<long>(type: "bigint", nullable: false),
                    RecuLe = table.Column<DateOnly>(type: "date", nullable: false),
                    SilenceLe = table.Column<DateOnly>(type: "date", nullable: false),
                    EstPayeDirectement = table.Column<bool>(type: "bit", nullable: false),
                    EstAgree = table.Column<bool>(type: "bit", nullable: true),
                    DecideLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Motif = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesSousTraitants", x => new { x.MarcheId, x.Numero });
                    table.ForeignKey(
                        name: "FK_MarchesSousTraitants_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MarchesTitulaires",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    MarcheId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Siret = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesTitulaires", x => new { x.MarcheId, x.Numero });
                    table.ForeignKey(
                        name: "FK_MarchesTitulaires_Marches_MarcheId",
                        column: x => x.MarcheId,
                        principalTable: "Marches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegistresDeports",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Personne = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Lot = table.Column<int>(type: "int", nullable: true),
                    Motif = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Le = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistresDeports", x => new { x.ProcedureId, x.Numero });
                    table.ForeignKey(
                        name: "FK_RegistresDeports_Registres_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Registres",
                        principalColumn: "ProcedureId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegistresPlis",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Entreprise = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Siret = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    DeposeLe = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LotsEnTexte = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EstTardif = table.Column<bool>(type: "bit", nullable: false),
                    RemplacePar = table.Column<int>(type: "int", nullable: true),
                    Candidature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistresPlis", x => new { x.ProcedureId, x.Numero });
                    table.ForeignKey(
                        name: "FK_RegistresPlis_Registres_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Registres",
                        principalColumn: "ProcedureId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegistresQuestions",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    RecueLe = table.Column<DateOnly>(type: "date", nullable: false),
                    Reponse = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ReponduLe = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistresQuestions", x => new { x.ProcedureId, x.Numero });
                    table.ForeignKey(
                        name: "FK_RegistresQuestions_Registres_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Registres",
                        principalColumn: "ProcedureId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegistresRetraits",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Entreprise = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Le = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistresRetraits", x => new { x.ProcedureId, x.Numero });
                    table.ForeignKey(
                        name: "FK_RegistresRetraits_Registres_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Registres",
                        principalColumn: "ProcedureId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresLots_Statut",
                table: "ProceduresLots",
                column: "Statut");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Consolidation",
                table: "Procedures",
                column: "Consolidation");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_ProchaineEcheance_Id",
                table: "Procedures",
                columns: new[] { "ProchaineEcheance", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_CleDIdempotence",
                table: "EnvoisDeCourriel",
                column: "CleDIdempotence",
                unique: true,
                filter: "[CleDIdempotence] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_Destinataire_DeposeLe",
                table: "EnvoisDeCourriel",
                columns: new[] { "Destinataire", "DeposeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_MessageId",
                table: "EnvoisDeCourriel",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_Analyses_ProcedureId_Lot",
                table: "Analyses",
                columns: new[] { "ProcedureId", "Lot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Commandes_Collectivite",
                table: "Commandes",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Commandes_MarcheId_Collectivite_Annee_MontantCentimes",
                table: "Commandes",
                columns: new[] { "MarcheId", "Collectivite", "Annee", "MontantCentimes" });

            migrationBuilder.CreateIndex(
                name: "IX_Commandes_MarcheId_Jour",
                table: "Commandes",
                columns: new[] { "MarcheId", "Jour" });

            migrationBuilder.CreateIndex(
                name: "IX_Commandes_MarcheId_Reference",
                table: "Commandes",
                columns: new[] { "MarcheId", "Reference" });

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

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Collectivite",
                table: "Incidents",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_MarcheId",
                table: "Incidents",
                column: "MarcheId");

            migrationBuilder.CreateIndex(
                name: "IX_Marches_Etat_Fin",
                table: "Marches",
                columns: new[] { "Etat", "Fin" });

            migrationBuilder.CreateIndex(
                name: "IX_Marches_Groupement",
                table: "Marches",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_Marches_ProcedureId_Lot",
                table: "Marches",
                columns: new[] { "ProcedureId", "Lot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Marches_Reference",
                table: "Marches",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Marches_Responsable",
                table: "Marches",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_Marches_Suppleant",
                table: "Marches",
                column: "Suppleant");

            migrationBuilder.CreateIndex(
                name: "IX_MarchesBilans_Collectivite",
                table: "MarchesBilans",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_MarchesInformations_Collectivite",
                table: "MarchesInformations",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresAvisSurLaNote_Collectivite",
                table: "ProceduresAvisSurLaNote",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresExclusions_Collectivite",
                table: "ProceduresExclusions",
                column: "Collectivite");

            migrationBuilder.AddForeignKey(
                name: "FK_Procedures_Consolidations_Consolidation",
                table: "Procedures",
                column: "Consolidation",
                principalTable: "Consolidations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Procedures_Consolidations_Consolidation",
                table: "Procedures");

            migrationBuilder.DropTable(
                name: "AnalysesCriteres");

            migrationBuilder.DropTable(
                name: "AnalysesNotes");

            migrationBuilder.DropTable(
                name: "AnalysesOffres");

            migrationBuilder.DropTable(
                name: "AnalysesTours");

            migrationBuilder.DropTable(
                name: "Commandes");

            migrationBuilder.DropTable(
                name: "ConventionsDenonciations");

            migrationBuilder.DropTable(
                name: "ConventionsMisesEnDemeure");

            migrationBuilder.DropTable(
                name: "Echeances");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourrielPieces");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "MarchesAttestations");

            migrationBuilder.DropTable(
                name: "MarchesAvenants");

            migrationBuilder.DropTable(
                name: "MarchesBilans");

            migrationBuilder.DropTable(
                name: "MarchesBpu");

            migrationBuilder.DropTable(
                name: "MarchesBpuPrix");

            migrationBuilder.DropTable(
                name: "MarchesInformations");

            migrationBuilder.DropTable(
                name: "MarchesReconductions");

            migrationBuilder.DropTable(
                name: "MarchesRevisions");

            migrationBuilder.DropTable(
                name: "MarchesSousTraitants");

            migrationBuilder.DropTable(
                name: "MarchesTitulaires");

            migrationBuilder.DropTable(
                name: "ProceduresAvis");

            migrationBuilder.DropTable(
                name: "ProceduresAvisSurLaNote");

            migrationBuilder.DropTable(
                name: "ProceduresExclusions");

            migrationBuilder.DropTable(
                name: "ProceduresFaits");

            migrationBuilder.DropTable(
                name: "ProceduresJalons");

            migrationBuilder.DropTable(
                name: "ProceduresPieces");

            migrationBuilder.DropTable(
                name: "RegistresDeports");

            migrationBuilder.DropTable(
                name: "RegistresPlis");

            migrationBuilder.DropTable(
                name: "RegistresQuestions");

            migrationBuilder.DropTable(
                name: "RegistresRetraits");

            migrationBuilder.DropTable(
                name: "Analyses");

            migrationBuilder.DropTable(
                name: "ConventionsDAcces");

            migrationBuilder.DropTable(
                name: "Marches");

            migrationBuilder.DropTable(
                name: "Registres");

            migrationBuilder.DropIndex(
                name: "IX_ProceduresLots_Statut",
                table: "ProceduresLots");

            migrationBuilder.DropIndex(
                name: "IX_Procedures_Consolidation",
                table: "Procedures");

            migrationBuilder.DropIndex(
                name: "IX_Procedures_ProchaineEcheance_Id",
                table: "Procedures");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_CleDIdempotence",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_Destinataire_DeposeLe",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_MessageId",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "Cpv",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "EstPetitLot",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "EstimationCentimes",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "Issue",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "IssueLe",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "MaximumCentimes",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "MinimumCentimes",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "MotifDeLIssue",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "Statut",
                table: "ProceduresLots");

            migrationBuilder.DropColumn(
                name: "ComplementsCentimes",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Consolidation",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Contrat",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "DecisionDuRefereLe",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "DocumentsHorsProfil",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "DureeEnMois",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Forme",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "JustificationDeLUrgence",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "JustificationDeLaDuree",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "JustificationDeLaForme",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "JustificationDuNonAllotissement",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "LimiteDeRemise",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "NoteEnvoyeeLe",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "NoteReponseAvant",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Preinformation",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "ProchaineEcheance",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "ProchaineEtape",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "Rectificatifs",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "RefereLe",
                table: "Procedures");

            migrationBuilder.DropColumn(
                name: "RemiseElectronique",
                table: "Procedures");

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
