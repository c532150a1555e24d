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
                name: "FinDuMarche",
                table: "ProceduresLots",
                type: "nvarchar(40)",
                maxLength: 40,
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

            migrationBuilder.AddColumn<DateOnly>(
                name: "InvitationLe",
                table: "Procedures",
                type: "date",
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

            migrationBuilder.AddColumn<DateTime>(
                name: "LimiteDesOffres",
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

            migrationBuilder.AddColumn<int>(
                name: "AnneeDuPreavis",
                table: "Groupements",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Predecesseur",
                table: "Groupements",
                type: "uniqueidentifier",
                nullable: true);

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

            migrationBuilder.AddColumn<bool>(
                name: "EstClasse",
                table: "EnvoisDeCourriel",
                type: "bit",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.AddColumn<Guid>(
                name: "Lien",
                table: "EnvoisDeCourriel",
                type: "uniqueidentifier",
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
                    MiseAuPointLe = table.Column<DateOnly>(type: "date", nullable: true),
                    MontantMisAuPointCentimes = table.Column<long>(type: "bigint", nullable: true),
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
                name: "AvenantsDeConvention",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Genre = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TexteEnVigueur = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TexteNouveau = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    VersionDuTexte = table.Column<int>(type: "int", nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SoumisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    SigneLe = table.Column<DateOnly>(type: "date", nullable: true),
                    EffetLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RejeteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AvenantsDeConvention", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AvenantsDeConvention_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AvenantsDeConvention_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampagnesDAppel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Origine = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Assiette = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Exercice = table.Column<int>(type: "int", nullable: false),
                    Occurrence = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Intitule = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DateDAppel = table.Column<DateOnly>(type: "date", nullable: true),
                    Auteur = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDeLAuteur = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ProposeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Validateur = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuValidateur = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ValideeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Nombre = table.Column<int>(type: "int", nullable: false),
                    EmiseLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    TotalHtCentimes = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesDAppel", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampagnesDAppel_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Commissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Regime = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Coordonnateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DistancePermise = table.Column<bool>(type: "bit", nullable: false),
                    EnvoiTardifPermis = table.Column<bool>(type: "bit", nullable: false),
                    FondementDesRegles = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    JoursFrancs = table.Column<int>(type: "int", nullable: false),
                    JoursFrancsALaSeconde = table.Column<int>(type: "int", nullable: false),
                    RegleDeQuorum = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SecondeSansQuorum = table.Column<bool>(type: "bit", nullable: false),
                    SuppleantObligatoire = table.Column<bool>(type: "bit", nullable: false),
                    VoixPreponderante = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Commissions_Collectivites_Coordonnateur",
                        column: x => x.Coordonnateur,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commissions_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ComptablesAssignataires",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Adresse = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CodePostal = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Ville = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Iban = table.Column<string>(type: "nvarchar(34)", maxLength: 34, nullable: true),
                    Signataire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Debut = table.Column<DateOnly>(type: "date", nullable: false),
                    Fin = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComptablesAssignataires", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationsDeclarees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Annee = table.Column<int>(type: "int", nullable: false),
                    Reelles = table.Column<int>(type: "int", nullable: true),
                    Estimees = table.Column<int>(type: "int", nullable: true),
                    Origine = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ConfirmeesLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmeesPar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationsDeclarees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsultationsDeclarees_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContratsDAssurance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Assureur = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Police = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Risques = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Du = table.Column<DateOnly>(type: "date", nullable: false),
                    Au = table.Column<DateOnly>(type: "date", nullable: false),
                    Attestation = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContratsDAssurance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContratsDAssurance_Pieces_Attestation",
                        column: x => x.Attestation,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsConstitutives",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ObjetDesMarches = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Duree = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DernierJourFixe = table.Column<DateOnly>(type: "date", nullable: true),
                    DispositionsFinancieres = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Tribunal = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TransmiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    PublieeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    EnVigueurLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Integration_Execute = table.Column<bool>(type: "bit", nullable: false),
                    Integration_Notifie = table.Column<bool>(type: "bit", nullable: false),
                    Integration_Paie = table.Column<bool>(type: "bit", nullable: false),
                    Integration_Signe = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsConstitutives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConventionsConstitutives_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsDAcces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TexteInitial = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PrepareeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    AbandonneeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    MotifDAbandon = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    PremierJour = table.Column<DateOnly>(type: "date", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "date", nullable: true),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DernierTermeExamine = table.Column<DateOnly>(type: "date", nullable: true),
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
                name: "Courriers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EnregistreLe = table.Column<DateOnly>(type: "date", nullable: false),
                    PosteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RetourAttenduLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Courriers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Courriers_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeliberationsDuCdg",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    TransmiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    PublieeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    EstCitee = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliberationsDuCdg", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DemandesDAssistance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Niveau = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Demandeur = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    RecueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PriseEnChargeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RepondueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Reponse = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandesDAssistance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DemandesDAssistance_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemandesDAssistance_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Dissolutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    OuverteLe = table.Column<DateOnly>(type: "date", nullable: false),
                    DernierJour = table.Column<DateOnly>(type: "date", nullable: false),
                    DerniereFacturationLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ArchivesVerseesLe = table.Column<DateOnly>(type: "date", nullable: true),
                    LieuDesArchives = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    PrononceeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dissolutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Dissolutions_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentsSeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Titre = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Produits = table.Column<int>(type: "int", nullable: false),
                    EnErreur = table.Column<int>(type: "int", nullable: false),
                    Rapport = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ProduiteLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActeurNom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentsSeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDeRetrait",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Adhesion = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AnnonceLe = table.Column<DateOnly>(type: "date", nullable: false),
                    InformeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    SortieLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Modalites = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Deliberation_AccuseeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_AdopteeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_Numero = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Deliberation_Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Deliberation_PublieeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_TransmiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDeRetrait", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DossiersDeRetrait_Adhesions_Adhesion",
                        column: x => x.Adhesion,
                        principalTable: "Adhesions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DossiersDeRetrait_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DossiersDeRetrait_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
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
                name: "ExecutionsDeTache",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    CommenceeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    TermineeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AReussi = table.Column<bool>(type: "bit", nullable: false),
                    Resultat = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExecutionsDeTache", x => x.Nom);
                });

            migrationBuilder.CreateTable(
                name: "ExercicesDAppel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Annee = table.Column<int>(type: "int", nullable: false),
                    ClosLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Par = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExercicesDAppel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ExportsDeFinances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Exercice = table.Column<int>(type: "int", nullable: false),
                    Profil = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Filtre = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Nombre = table.Column<int>(type: "int", nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    FaitLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    FaitPar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Classeur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Csv = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TotalTtcCentimes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportsDeFinances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FenetresDAdhesion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Ouverture = table.Column<DateOnly>(type: "date", nullable: false),
                    Fermeture = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FenetresDAdhesion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FenetresDAdhesion_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Grilles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Lignee = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    Intitule = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Portee = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Objet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Fondement = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Prorata = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OrdreDesAxes = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Deliberation = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    DelibereeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Debut = table.Column<DateOnly>(type: "date", nullable: true),
                    Fin = table.Column<DateOnly>(type: "date", nullable: true),
                    ProchainExercice = table.Column<int>(type: "int", nullable: true),
                    Imputation_Fonction = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Imputation_Nature = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Imputation_Service = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Lectures_Agents = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Lectures_AvecEtablissements = table.Column<bool>(type: "bit", nullable: false),
                    Lectures_Consultations = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Lectures_VolumeAnnualise = table.Column<bool>(type: "bit", nullable: false),
                    TvaCentiemes = table.Column<int>(type: "int", nullable: false),
                    Type_Code = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Type_Declencheur = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Type_Libelle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Type_Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grilles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Grilles_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupementsRegimesFinanciers",
                columns: table => new
                {
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MissionRemuneree = table.Column<bool>(type: "bit", nullable: false),
                    CodesDesFrais = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Article = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupementsRegimesFinanciers", x => x.Groupement);
                    table.ForeignKey(
                        name: "FK_GroupementsRegimesFinanciers_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeConventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NomDuFichier = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Auteur = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AppliqueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AnnuleLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Refusees = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeConventions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Installations",
                columns: table => new
                {
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ConfirmeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ConfirmeePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Installations", x => x.Empreinte);
                });

            migrationBuilder.CreateTable(
                name: "Litiges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Declarant = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Adversaire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    DeclareLe = table.Column<DateOnly>(type: "date", nullable: false),
                    TentativeEngageeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    TentativeCloseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IssueEnClair = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    TribunalSaisiLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Tribunal = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ClosLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Litiges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Litiges_Collectivites_Declarant",
                        column: x => x.Declarant,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Litiges_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
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
                    TransmissionAvant = table.Column<DateOnly>(type: "date", nullable: true),
                    AvisDAttributionAvant = table.Column<DateOnly>(type: "date", nullable: true),
                    AvisDAttributionLe = table.Column<DateOnly>(type: "date", nullable: true),
                    DonneesAvant = table.Column<DateOnly>(type: "date", nullable: true),
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
                    MoisDuRecensementSuivant = table.Column<int>(type: "int", nullable: false),
                    JoursDAlerteDeReconduction = table.Column<int>(type: "int", nullable: false),
                    ProlongationEnMois = table.Column<int>(type: "int", nullable: false),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Suppleant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DonneesEssentielles = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    DonneesPublieesLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ProchaineRevisionLe = table.Column<DateOnly>(type: "date", nullable: true),
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
                name: "Modeles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Nom = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    ArchiveLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Modeles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Modeles_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ModelesDeCourriel",
                columns: table => new
                {
                    Cle = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ModifiePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelesDeCourriel", x => x.Cle);
                });

            migrationBuilder.CreateTable(
                name: "PreuvesDInformation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    DeposeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Courriel = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RemiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RemisePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreuvesDInformation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreuvesDInformation_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PreuvesDInformation_EnvoisDeCourriel_Courriel",
                        column: x => x.Courriel,
                        principalTable: "EnvoisDeCourriel",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PreuvesDInformation_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
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
                name: "ProfilsDExport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Colonnes = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfilsDExport", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Propositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProposeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ProposeePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Mandat = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Civilite = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Prenom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Telephone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Jour = table.Column<DateOnly>(type: "date", nullable: true),
                    Avant = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Apres = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    DecideeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Propositions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Propositions_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecensementsRelances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Campagne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Adresse = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Echelon = table.Column<int>(type: "int", nullable: false),
                    Jour = table.Column<DateOnly>(type: "date", nullable: false),
                    Envoi = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecensementsRelances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecensementsRelances_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecensementsRelances_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecensementsRelances_EnvoisDeCourriel_Envoi",
                        column: x => x.Envoi,
                        principalTable: "EnvoisDeCourriel",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefusDeCourriels",
                columns: table => new
                {
                    Utilisateur = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Evenement = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusDeCourriels", x => new { x.Utilisateur, x.Evenement });
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
                name: "ReunionsDeComite",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Le = table.Column<DateOnly>(type: "date", nullable: false),
                    Heure = table.Column<TimeOnly>(type: "time", nullable: false),
                    Lieu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OrdreDuJour = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    InviteeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    CompteRendu = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReunionsDeComite", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReunionsDeComite_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionsDePresentation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Titre = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CleDeTri = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Debut = table.Column<TimeOnly>(type: "time", nullable: false),
                    Fin = table.Column<TimeOnly>(type: "time", nullable: false),
                    Lieu = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Prestataires = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Places = table.Column<int>(type: "int", nullable: true),
                    InviteeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    AnnuleeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionsDePresentation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionsDePresentation_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Transmissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    RecueLe = table.Column<DateOnly>(type: "date", nullable: false),
                    ATransmettreAvant = table.Column<DateOnly>(type: "date", nullable: false),
                    TransmiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    JoursOuvres = table.Column<int>(type: "int", nullable: true),
                    Membres = table.Column<int>(type: "int", nullable: false),
                    MotifDAbandon = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transmissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Transmissions_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transmissions_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "ApprobationsDAvenant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Avenant = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sens = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    EnregistreeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_AccuseeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_AdopteeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_Numero = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Deliberation_Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Deliberation_PublieeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_TransmiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprobationsDAvenant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApprobationsDAvenant_AvenantsDeConvention_Avenant",
                        column: x => x.Avenant,
                        principalTable: "AvenantsDeConvention",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprobationsDAvenant_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDAdhesion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Origine = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OuvertLe = table.Column<DateOnly>(type: "date", nullable: false),
                    AttenduLe = table.Column<DateOnly>(type: "date", nullable: true),
                    SigneeParLeMembreLe = table.Column<DateOnly>(type: "date", nullable: true),
                    SigneeParLeCoordonnateurLe = table.Column<DateOnly>(type: "date", nullable: true),
                    TransmiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    AccuseeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    PublieeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Avenant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EffetLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Adhesion = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Motif = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Deliberation_AccuseeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_AdopteeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_Numero = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Deliberation_Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Deliberation_PublieeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_TransmiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDAdhesion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DossiersDAdhesion_Adhesions_Adhesion",
                        column: x => x.Adhesion,
                        principalTable: "Adhesions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DossiersDAdhesion_AvenantsDeConvention_Avenant",
                        column: x => x.Avenant,
                        principalTable: "AvenantsDeConvention",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DossiersDAdhesion_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DossiersDAdhesion_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampagnesDAppelConfirmations",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Axe = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Valeur = table.Column<int>(type: "int", nullable: false),
                    CampagneId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Par = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Le = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesDAppelConfirmations", x => new { x.CampagneId, x.SourceId, x.Axe, x.Valeur });
                    table.ForeignKey(
                        name: "FK_CampagnesDAppelConfirmations_CampagnesDAppel_CampagneId",
                        column: x => x.CampagneId,
                        principalTable: "CampagnesDAppel",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampagnesDAppelExonerations",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CampagneId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    DecideeLe = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesDAppelExonerations", x => new { x.CampagneId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_CampagnesDAppelExonerations_CampagnesDAppel_CampagneId",
                        column: x => x.CampagneId,
                        principalTable: "CampagnesDAppel",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommissionsConsultatifs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Fonction = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Adresse = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    EstRetire = table.Column<bool>(type: "bit", nullable: false),
                    CommissionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommissionsConsultatifs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommissionsConsultatifs_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommissionsDesignations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Siege = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rang = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Fonction = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Adresse = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Du = table.Column<DateOnly>(type: "date", nullable: false),
                    Au = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DateDeLaDeliberation = table.Column<DateOnly>(type: "date", nullable: true),
                    EluParmiSaCao = table.Column<bool>(type: "bit", nullable: false),
                    CommissionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommissionsDesignations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommissionsDesignations_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommissionsSieges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Nom = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EstPresident = table.Column<bool>(type: "bit", nullable: false),
                    Ordre = table.Column<int>(type: "int", nullable: false),
                    MembreAvecCao = table.Column<bool>(type: "bit", nullable: false),
                    CommissionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommissionsSieges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommissionsSieges_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Seances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Commission = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Heure = table.Column<TimeOnly>(type: "time", nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Lieu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Lien = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Modalites = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Premiere = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DateDeLaPremiere = table.Column<DateOnly>(type: "date", nullable: true),
                    NumeroDeConvocation = table.Column<int>(type: "int", nullable: false),
                    ConvoqueeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RectificativeDue = table.Column<bool>(type: "bit", nullable: false),
                    Changements = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    SequenceDAgenda = table.Column<int>(type: "int", nullable: false),
                    MotifDEnvoi = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    MotifDOuverture = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    FigeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    OuverteLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CloseLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    PointEnCours = table.Column<int>(type: "int", nullable: true),
                    MotifDeFin = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    PvSigne = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuPv = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    PvSigneLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    DistancePermise = table.Column<bool>(type: "bit", nullable: false),
                    EnvoiTardifPermis = table.Column<bool>(type: "bit", nullable: false),
                    FondementDesRegles = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    JoursFrancs = table.Column<int>(type: "int", nullable: false),
                    JoursFrancsALaSeconde = table.Column<int>(type: "int", nullable: false),
                    RegleDeQuorum = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SecondeSansQuorum = table.Column<bool>(type: "bit", nullable: false),
                    SuppleantObligatoire = table.Column<bool>(type: "bit", nullable: false),
                    VoixPreponderante = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Seances_Commissions_Commission",
                        column: x => x.Commission,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Seances_Seances_Premiere",
                        column: x => x.Premiere,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsComite",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    DesignePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Du = table.Column<DateOnly>(type: "date", nullable: false),
                    Au = table.Column<DateOnly>(type: "date", nullable: true),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsComite", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConventionsComite_ConventionsConstitutives_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsConstitutives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Genre = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Du = table.Column<DateOnly>(type: "date", nullable: false),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConventionsDocuments_ConventionsConstitutives_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsConstitutives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsParties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Representant = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Qualite = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Deliberation_Numero = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Deliberation_AdopteeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_PublieeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_TransmiseLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_AccuseeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Deliberation_Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SigneeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsParties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConventionsParties_ConventionsConstitutives_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsConstitutives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsTaches",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Responsable = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsTaches", x => new { x.ConventionId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ConventionsTaches_ConventionsConstitutives_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsConstitutives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ComptesDePlateforme",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Convention = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Titulaire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    OuvertLe = table.Column<DateOnly>(type: "date", nullable: false),
                    FermeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComptesDePlateforme", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComptesDePlateforme_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ComptesDePlateforme_ConventionsDAcces_Convention",
                        column: x => x.Convention,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsAvenants",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Objet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Regles_DureeInitialeEnAnnees = table.Column<int>(type: "int", nullable: true),
                    Regles_Reconduction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Regles_PeriodeDeReconductionEnAnnees = table.Column<int>(type: "int", nullable: true),
                    Regles_ReconductionsAuPlus = table.Column<int>(type: "int", nullable: true),
                    Regles_PreavisDeLaCollectiviteEnMois = table.Column<int>(type: "int", nullable: true),
                    Regles_PreavisDuCdgEnMois = table.Column<int>(type: "int", nullable: true),
                    Regles_DelaiDeMiseEnDemeureEnJours = table.Column<int>(type: "int", nullable: true),
                    SigneParLaCollectiviteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    SigneParLeCdgLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Effet = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsAvenants", x => new { x.ConventionId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ConventionsAvenants_ConventionsDAcces_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsDAcces",
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
                name: "ConventionsPieces",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fichier = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeposeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsPieces", x => new { x.ConventionId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ConventionsPieces_ConventionsDAcces_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ConventionsPieces_Pieces_Fichier",
                        column: x => x.Fichier,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsRestitutions",
                columns: table => new
                {
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OuverteLe = table.Column<DateOnly>(type: "date", nullable: false),
                    MiseADispositionLe = table.Column<DateOnly>(type: "date", nullable: true),
                    RecueLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Signataire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Recu = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsRestitutions", x => x.ConventionId);
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
                name: "CourriersDestinataires",
                columns: table => new
                {
                    Rang = table.Column<int>(type: "int", nullable: false),
                    CourrierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Adresse = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NumeroDAccuse = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PremierePresentation = table.Column<DateOnly>(type: "date", nullable: true),
                    RemisLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Accuse = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourriersDestinataires", x => new { x.CourrierId, x.Rang });
                    table.ForeignKey(
                        name: "FK_CourriersDestinataires_Courriers_CourrierId",
                        column: x => x.CourrierId,
                        principalTable: "Courriers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CourriersDestinataires_Pieces_Accuse",
                        column: x => x.Accuse,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDeRetraitSommes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Centimes = table.Column<long>(type: "bigint", nullable: false),
                    DueLe = table.Column<DateOnly>(type: "date", nullable: false),
                    DossierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDeRetraitSommes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DossiersDeRetraitSommes_DossiersDeRetrait_DossierId",
                        column: x => x.DossierId,
                        principalTable: "DossiersDeRetrait",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Appels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Campagne = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Grille = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Exercice = table.Column<int>(type: "int", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Occurrence = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Rang = table.Column<int>(type: "int", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Rectifie = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SurExerciceClos = table.Column<bool>(type: "bit", nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: true),
                    Convention = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DateDAppel = table.Column<DateOnly>(type: "date", nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ReprisPar = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NumeroDeTitre = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    DateDeTitre = table.Column<DateOnly>(type: "date", nullable: true),
                    PayeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    NombreDeRelances = table.Column<int>(type: "int", nullable: false),
                    DerniereRelanceLe = table.Column<DateOnly>(type: "date", nullable: true),
                    MiseEnDemeureLe = table.Column<DateOnly>(type: "date", nullable: true),
                    DelaiDePaiement = table.Column<int>(type: "int", nullable: false),
                    EcartEntreRelances = table.Column<int>(type: "int", nullable: false),
                    ExporteLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Export = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AnnuelHtCentimes = table.Column<long>(type: "bigint", nullable: false),
                    Chorus_CodeDuService = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Chorus_EngagementObligatoire = table.Column<bool>(type: "bit", nullable: false),
                    Chorus_NumeroDEngagement = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Chorus_ServiceObligatoire = table.Column<bool>(type: "bit", nullable: false),
                    CorrectionsTtcCentimes = table.Column<long>(type: "bigint", nullable: false),
                    Debiteur_Categorie = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Debiteur_CodePostal = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Debiteur_Ligne1 = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Debiteur_Ligne2 = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Debiteur_Nom = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Debiteur_Siret = table.Column<string>(type: "nvarchar(14)", maxLength: 14, nullable: true),
                    Debiteur_Ville = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Imputation_Fonction = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Imputation_Nature = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Imputation_Service = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Liquidation_Affiliee = table.Column<bool>(type: "bit", nullable: false),
                    Liquidation_Agents = table.Column<int>(type: "int", nullable: true),
                    Liquidation_CasLimite = table.Column<bool>(type: "bit", nullable: false),
                    Liquidation_Consultations = table.Column<int>(type: "int", nullable: true),
                    Liquidation_Debut = table.Column<DateOnly>(type: "date", nullable: false),
                    Liquidation_Denominateur = table.Column<int>(type: "int", nullable: false),
                    Liquidation_Fiche = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Liquidation_Fin = table.Column<DateOnly>(type: "date", nullable: false),
                    Liquidation_Methode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Liquidation_Numerateur = table.Column<int>(type: "int", nullable: false),
                    Liquidation_Population = table.Column<int>(type: "int", nullable: true),
                    Liquidation_Tranches = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Mentions_AdresseDuComptable = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Mentions_Comptable = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Mentions_Deliberation = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Mentions_Fondement = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Mentions_Iban = table.Column<string>(type: "nvarchar(34)", maxLength: 34, nullable: true),
                    Mentions_Objet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Mentions_Signataire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Mentions_VoiesDeRecours = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    MontantHtCentimes = table.Column<long>(type: "bigint", nullable: false),
                    PayeTtcCentimes = table.Column<long>(type: "bigint", nullable: false),
                    PropreHtCentimes = table.Column<long>(type: "bigint", nullable: false),
                    ReportHtCentimes = table.Column<long>(type: "bigint", nullable: false),
                    MontantTtcCentimes = table.Column<long>(type: "bigint", nullable: false),
                    TvaCentiemes = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appels_Appels_Rectifie",
                        column: x => x.Rectifie,
                        principalTable: "Appels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appels_Appels_ReprisPar",
                        column: x => x.ReprisPar,
                        principalTable: "Appels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appels_CampagnesDAppel_Campagne",
                        column: x => x.Campagne,
                        principalTable: "CampagnesDAppel",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appels_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appels_Grilles_Grille",
                        column: x => x.Grille,
                        principalTable: "Grilles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appels_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GrillesApplications",
                columns: table => new
                {
                    Grille = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Voie = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Effet = table.Column<DateOnly>(type: "date", nullable: false),
                    NoteeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    NoteePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesApplications", x => new { x.Grille, x.SourceId });
                    table.ForeignKey(
                        name: "FK_GrillesApplications_Grilles_Grille",
                        column: x => x.Grille,
                        principalTable: "Grilles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GrillesCasLimites",
                columns: table => new
                {
                    Axe = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Valeur = table.Column<int>(type: "int", nullable: false),
                    GrilleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tranche = table.Column<int>(type: "int", nullable: false),
                    ConfirmationRequise = table.Column<bool>(type: "bit", nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesCasLimites", x => new { x.GrilleId, x.Axe, x.Valeur });
                    table.ForeignKey(
                        name: "FK_GrillesCasLimites_Grilles_GrilleId",
                        column: x => x.GrilleId,
                        principalTable: "Grilles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GrillesCellules",
                columns: table => new
                {
                    Coordonnees = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    GrilleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PremiereAnneeHtCentimes = table.Column<long>(type: "bigint", nullable: false),
                    AnneesSuivantesHtCentimes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesCellules", x => new { x.GrilleId, x.Coordonnees });
                    table.ForeignKey(
                        name: "FK_GrillesCellules_Grilles_GrilleId",
                        column: x => x.GrilleId,
                        principalTable: "Grilles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GrillesExemptions",
                columns: table => new
                {
                    Categorie = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GrilleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Condition = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fondement = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesExemptions", x => new { x.GrilleId, x.Categorie });
                    table.ForeignKey(
                        name: "FK_GrillesExemptions_Grilles_GrilleId",
                        column: x => x.GrilleId,
                        principalTable: "Grilles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GrillesTranches",
                columns: table => new
                {
                    Axe = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    GrilleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Minimum = table.Column<int>(type: "int", nullable: true),
                    MinimumInclus = table.Column<bool>(type: "bit", nullable: false),
                    Maximum = table.Column<int>(type: "int", nullable: true),
                    MaximumInclus = table.Column<bool>(type: "bit", nullable: false),
                    Valeurs = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesTranches", x => new { x.GrilleId, x.Axe, x.Numero });
                    table.ForeignKey(
                        name: "FK_GrillesTranches_Grilles_GrilleId",
                        column: x => x.GrilleId,
                        principalTable: "Grilles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeConventionsLignes",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Convention = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Effet = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Avant = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    VersionEcrite = table.Column<int>(type: "int", nullable: false),
                    Sort = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeConventionsLignes", x => new { x.ImportId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ImportsDeConventionsLignes_ConventionsDAcces_Convention",
                        column: x => x.Convention,
                        principalTable: "ConventionsDAcces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportsDeConventionsLignes_ImportsDeConventions_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportsDeConventions",
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
                    AvisDeLaCaoLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ProlongationEnMois = table.Column<int>(type: "int", nullable: false),
                    NouveauTitulaire = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    SiretDuNouveauTitulaire = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true)
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
                    RelanceLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Relances = table.Column<int>(type: "int", nullable: false),
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
                    Objet = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Adresse = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Envoi = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Le = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarchesInformations", x => new { x.MarcheId, x.Collectivite, x.Objet });
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
                    AlerteEnJours = table.Column<int>(type: "int", nullable: false),
                    MontantHtCentimes = table.Column<long>(type: "bigint", nullable: true),
                    DureeEnMois = table.Column<int>(type: "int", nullable: true),
                    Variation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
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
                name: "DocumentsProduits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Titre = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "nvarchar(700)", maxLength: 700, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Destinataire = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuDestinataire = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Modele = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuModele = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    VersionDuModele = table.Column<int>(type: "int", nullable: true),
                    Sha256DuModele = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Donnees = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Serie = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProduitLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActeurNom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentsProduits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentsProduits_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentsProduits_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentsProduits_Modeles_Modele",
                        column: x => x.Modele,
                        principalTable: "Modeles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentsProduits_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ModelesParDefaut",
                columns: table => new
                {
                    Nature = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Portee = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Modele = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelesParDefaut", x => new { x.Nature, x.Portee });
                    table.ForeignKey(
                        name: "FK_ModelesParDefaut_Modeles_Modele",
                        column: x => x.Modele,
                        principalTable: "Modeles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ModelesVersions",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ModeleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    DeposeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DeposeePar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Commentaire = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelesVersions", x => new { x.ModeleId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ModelesVersions_Modeles_ModeleId",
                        column: x => x.ModeleId,
                        principalTable: "Modeles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ModelesVersions_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CodesTiers",
                columns: table => new
                {
                    Profil = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodesTiers", x => new { x.Profil, x.Collectivite });
                    table.ForeignKey(
                        name: "FK_CodesTiers_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CodesTiers_ProfilsDExport_Profil",
                        column: x => x.Profil,
                        principalTable: "ProfilsDExport",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                    Phase = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
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

            migrationBuilder.CreateTable(
                name: "ReunionsDeComiteActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Responsable = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    PourLe = table.Column<DateOnly>(type: "date", nullable: true),
                    FaiteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    ReunionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReunionsDeComiteActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReunionsDeComiteActions_ReunionsDeComite_ReunionId",
                        column: x => x.ReunionId,
                        principalTable: "ReunionsDeComite",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReunionsDeComitePresences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    EstPresent = table.Column<bool>(type: "bit", nullable: false),
                    ReunionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReunionsDeComitePresences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReunionsDeComitePresences_ReunionsDeComite_ReunionId",
                        column: x => x.ReunionId,
                        principalTable: "ReunionsDeComite",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Refacturations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Exercice = table.Column<int>(type: "int", nullable: false),
                    Intitule = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Occurrence = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Procedure = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Session = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Partage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Parmi = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Strates = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Fondement = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ArreteeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Imputation_Fonction = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Imputation_Nature = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Imputation_Service = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    TvaCentiemes = table.Column<int>(type: "int", nullable: false),
                    Type_Code = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Type_Declencheur = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Type_Libelle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Type_Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refacturations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Refacturations_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refacturations_Procedures_Procedure",
                        column: x => x.Procedure,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refacturations_SessionsDePresentation_Session",
                        column: x => x.Session,
                        principalTable: "SessionsDePresentation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionsInscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Session = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Personne = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    InscriteLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AnnuleeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EstPresente = table.Column<bool>(type: "bit", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionsInscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionsInscriptions_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SessionsInscriptions_SessionsDePresentation_Session",
                        column: x => x.Session,
                        principalTable: "SessionsDePresentation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TransmissionsMembres",
                columns: table => new
                {
                    Transmission = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ParCourrier = table.Column<bool>(type: "bit", nullable: false),
                    LuLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LuPar = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransmissionsMembres", x => new { x.Transmission, x.Collectivite });
                    table.ForeignKey(
                        name: "FK_TransmissionsMembres_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TransmissionsMembres_Transmissions_Transmission",
                        column: x => x.Transmission,
                        principalTable: "Transmissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDAdhesionChoix",
                columns: table => new
                {
                    Prestation = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DossierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChoisieLe = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDAdhesionChoix", x => new { x.DossierId, x.Prestation });
                    table.ForeignKey(
                        name: "FK_DossiersDAdhesionChoix_DossiersDAdhesion_DossierId",
                        column: x => x.DossierId,
                        principalTable: "DossiersDAdhesion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDAdhesionCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Texte = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    DemandeeLe = table.Column<DateOnly>(type: "date", nullable: false),
                    SatisfaiteLe = table.Column<DateOnly>(type: "date", nullable: true),
                    DossierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDAdhesionCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DossiersDAdhesionCorrections_DossiersDAdhesion_DossierId",
                        column: x => x.DossierId,
                        principalTable: "DossiersDAdhesion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDAdhesionPieces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fichier = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RecueLe = table.Column<DateOnly>(type: "date", nullable: true),
                    DossierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDAdhesionPieces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DossiersDAdhesionPieces_DossiersDAdhesion_DossierId",
                        column: x => x.DossierId,
                        principalTable: "DossiersDAdhesion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Convocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Seance = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    Personne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Siege = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Qualite = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Fonction = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Membre = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Adresse = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Canal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AdresseeLe = table.Column<DateOnly>(type: "date", nullable: true),
                    EnvoyeeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Preuve = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Envoi = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Lien = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LienRetire = table.Column<bool>(type: "bit", nullable: false),
                    EstRejetee = table.Column<bool>(type: "bit", nullable: false),
                    MotifDuRejet = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    OuverteLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Reponse = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RepondueLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EmpreinteDuCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    CodeJusqua = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EssaisDuCode = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Convocations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Convocations_Seances_Seance",
                        column: x => x.Seance,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeancesDeports",
                columns: table => new
                {
                    Point = table.Column<int>(type: "int", nullable: false),
                    Personne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ParLaPersonne = table.Column<bool>(type: "bit", nullable: false),
                    DeclareLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesDeports", x => new { x.SeanceId, x.Point, x.Personne });
                    table.ForeignKey(
                        name: "FK_SeancesDeports_Seances_SeanceId",
                        column: x => x.SeanceId,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeancesDocuments",
                columns: table => new
                {
                    Point = table.Column<int>(type: "int", nullable: false),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesDocuments", x => new { x.SeanceId, x.Point, x.Piece });
                    table.ForeignKey(
                        name: "FK_SeancesDocuments_Seances_SeanceId",
                        column: x => x.SeanceId,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeancesInvites",
                columns: table => new
                {
                    Personne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Fonction = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Adresse = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesInvites", x => new { x.SeanceId, x.Personne });
                    table.ForeignKey(
                        name: "FK_SeancesInvites_Seances_SeanceId",
                        column: x => x.SeanceId,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeancesOffres",
                columns: table => new
                {
                    Point = table.Column<int>(type: "int", nullable: false),
                    Ordre = table.Column<int>(type: "int", nullable: false),
                    SeanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Candidat = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Note = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Rang = table.Column<int>(type: "int", nullable: true),
                    MontantCentimes = table.Column<long>(type: "bigint", nullable: true),
                    MotifDeRejet = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesOffres", x => new { x.SeanceId, x.Point, x.Ordre });
                    table.ForeignKey(
                        name: "FK_SeancesOffres_Seances_SeanceId",
                        column: x => x.SeanceId,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeancesPlaces",
                columns: table => new
                {
                    Siege = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordre = table.Column<int>(type: "int", nullable: false),
                    Membre = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EstPresident = table.Column<bool>(type: "bit", nullable: false),
                    Titulaire = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuTitulaire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FonctionDuTitulaire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Suppleant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NomDuSuppleant = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FonctionDuSuppleant = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesPlaces", x => new { x.SeanceId, x.Siege });
                    table.ForeignKey(
                        name: "FK_SeancesPlaces_Seances_SeanceId",
                        column: x => x.SeanceId,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeancesPoints",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    SeanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Titre = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Groupement = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Procedure = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Lot = table.Column<int>(type: "int", nullable: true),
                    Avenant = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Competence = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    MontantDAvenantCentimes = table.Column<long>(type: "bigint", nullable: true),
                    MotifDeSaisine = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    EstNouveau = table.Column<bool>(type: "bit", nullable: false),
                    VoteNominatif = table.Column<bool>(type: "bit", nullable: false),
                    Rapport = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    Observations = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    AbordeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Issue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Attributaire = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Motifs = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    Pour = table.Column<int>(type: "int", nullable: true),
                    Contre = table.Column<int>(type: "int", nullable: true),
                    Abstentions = table.Column<int>(type: "int", nullable: true),
                    Resultat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    VoixPresentes = table.Column<int>(type: "int", nullable: true),
                    QuorumRequis = table.Column<int>(type: "int", nullable: true),
                    DecideLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesPoints", x => new { x.SeanceId, x.Numero });
                    table.ForeignKey(
                        name: "FK_SeancesPoints_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SeancesPoints_Procedures_Procedure",
                        column: x => x.Procedure,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SeancesPoints_Seances_SeanceId",
                        column: x => x.SeanceId,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeancesPresences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Seance = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Personne = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ADistance = table.Column<bool>(type: "bit", nullable: false),
                    Arrivee = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Depart = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesPresences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SeancesPresences_Seances_Seance",
                        column: x => x.Seance,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeancesRectificatifs",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    SeanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nom = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Motif = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    DeposeLe = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesRectificatifs", x => new { x.SeanceId, x.Numero });
                    table.ForeignKey(
                        name: "FK_SeancesRectificatifs_Seances_SeanceId",
                        column: x => x.SeanceId,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeancesVoix",
                columns: table => new
                {
                    Point = table.Column<int>(type: "int", nullable: false),
                    Siege = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sens = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeancesVoix", x => new { x.SeanceId, x.Point, x.Siege });
                    table.ForeignKey(
                        name: "FK_SeancesVoix_Seances_SeanceId",
                        column: x => x.SeanceId,
                        principalTable: "Seances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsDocumentsARestituer",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "int", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Designation = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Quantite = table.Column<int>(type: "int", nullable: false),
                    Support = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDocumentsARestituer", x => new { x.ConventionId, x.Numero });
                    table.ForeignKey(
                        name: "FK_ConventionsDocumentsARestituer_ConventionsRestitutions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsRestitutions",
                        principalColumn: "ConventionId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AppelsPaiements",
                columns: table => new
                {
                    Rang = table.Column<int>(type: "int", nullable: false),
                    AppelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Le = table.Column<DateOnly>(type: "date", nullable: false),
                    MontantTtcCentimes = table.Column<long>(type: "bigint", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppelsPaiements", x => new { x.AppelId, x.Rang });
                    table.ForeignKey(
                        name: "FK_AppelsPaiements_Appels_AppelId",
                        column: x => x.AppelId,
                        principalTable: "Appels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AppelsRelances",
                columns: table => new
                {
                    Rang = table.Column<int>(type: "int", nullable: false),
                    AppelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Le = table.Column<DateOnly>(type: "date", nullable: false),
                    Par = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppelsRelances", x => new { x.AppelId, x.Rang });
                    table.ForeignKey(
                        name: "FK_AppelsRelances_Appels_AppelId",
                        column: x => x.AppelId,
                        principalTable: "Appels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDeConvention",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ObjetType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Texte = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ALaSignatureLe = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDeConvention", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DossiersDeConvention_DocumentsProduits_Texte",
                        column: x => x.Texte,
                        principalTable: "DocumentsProduits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefacturationsExemptions",
                columns: table => new
                {
                    Categorie = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RefacturationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Condition = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fondement = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefacturationsExemptions", x => new { x.RefacturationId, x.Categorie });
                    table.ForeignKey(
                        name: "FK_RefacturationsExemptions_Refacturations_RefacturationId",
                        column: x => x.RefacturationId,
                        principalTable: "Refacturations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RefacturationsLignes",
                columns: table => new
                {
                    Rang = table.Column<int>(type: "int", nullable: false),
                    RefacturationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fournisseur = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Le = table.Column<DateOnly>(type: "date", nullable: false),
                    MontantHtCentimes = table.Column<long>(type: "bigint", nullable: false),
                    Facture = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Procedure = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Session = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefacturationsLignes", x => new { x.RefacturationId, x.Rang });
                    table.ForeignKey(
                        name: "FK_RefacturationsLignes_Procedures_Procedure",
                        column: x => x.Procedure,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RefacturationsLignes_Refacturations_RefacturationId",
                        column: x => x.RefacturationId,
                        principalTable: "Refacturations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RefacturationsLignes_SessionsDePresentation_Session",
                        column: x => x.Session,
                        principalTable: "SessionsDePresentation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefacturationsParticipants",
                columns: table => new
                {
                    Collectivite = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RefacturationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Present = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefacturationsParticipants", x => new { x.RefacturationId, x.Collectivite });
                    table.ForeignKey(
                        name: "FK_RefacturationsParticipants_Refacturations_RefacturationId",
                        column: x => x.RefacturationId,
                        principalTable: "Refacturations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDeConventionAnnexes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    DossierId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Libelle = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Piece = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDeConventionAnnexes", x => new { x.DossierId, x.Code });
                    table.ForeignKey(
                        name: "FK_DossiersDeConventionAnnexes_DossiersDeConvention_DossierId",
                        column: x => x.DossierId,
                        principalTable: "DossiersDeConvention",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DossiersDeConventionAnnexes_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "IX_Groupements_Predecesseur",
                table: "Groupements",
                column: "Predecesseur");

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
                name: "IX_EnvoisDeCourriel_Lien",
                table: "EnvoisDeCourriel",
                column: "Lien");

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
                name: "IX_Appels_Campagne",
                table: "Appels",
                column: "Campagne");

            migrationBuilder.CreateIndex(
                name: "IX_Appels_Collectivite_Etat",
                table: "Appels",
                columns: new[] { "Collectivite", "Etat" });

            migrationBuilder.CreateIndex(
                name: "IX_Appels_Exercice_Numero",
                table: "Appels",
                columns: new[] { "Exercice", "Numero" },
                unique: true,
                filter: "[Numero] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Appels_Grille",
                table: "Appels",
                column: "Grille");

            migrationBuilder.CreateIndex(
                name: "IX_Appels_Groupement",
                table: "Appels",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_Appels_Rectifie",
                table: "Appels",
                column: "Rectifie");

            migrationBuilder.CreateIndex(
                name: "IX_Appels_ReprisPar",
                table: "Appels",
                column: "ReprisPar");

            migrationBuilder.CreateIndex(
                name: "IX_Appels_SourceId_Exercice_Type_Occurrence_Rang",
                table: "Appels",
                columns: new[] { "SourceId", "Exercice", "Type", "Occurrence", "Rang" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApprobationsDAvenant_Avenant_Sens",
                table: "ApprobationsDAvenant",
                columns: new[] { "Avenant", "Sens" });

            migrationBuilder.CreateIndex(
                name: "IX_ApprobationsDAvenant_Collectivite",
                table: "ApprobationsDAvenant",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_AvenantsDeConvention_Collectivite",
                table: "AvenantsDeConvention",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_AvenantsDeConvention_Groupement_Numero",
                table: "AvenantsDeConvention",
                columns: new[] { "Groupement", "Numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampagnesDAppel_Assiette_Exercice_Occurrence",
                table: "CampagnesDAppel",
                columns: new[] { "Assiette", "Exercice", "Occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampagnesDAppel_Groupement",
                table: "CampagnesDAppel",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_CodesTiers_Collectivite",
                table: "CodesTiers",
                column: "Collectivite");

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
                name: "IX_Commissions_Coordonnateur_Regime",
                table: "Commissions",
                columns: new[] { "Coordonnateur", "Regime" });

            migrationBuilder.CreateIndex(
                name: "IX_Commissions_Groupement",
                table: "Commissions",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_CommissionsConsultatifs_CommissionId",
                table: "CommissionsConsultatifs",
                column: "CommissionId");

            migrationBuilder.CreateIndex(
                name: "IX_CommissionsDesignations_Au",
                table: "CommissionsDesignations",
                column: "Au");

            migrationBuilder.CreateIndex(
                name: "IX_CommissionsDesignations_CommissionId",
                table: "CommissionsDesignations",
                column: "CommissionId");

            migrationBuilder.CreateIndex(
                name: "IX_CommissionsSieges_Collectivite",
                table: "CommissionsSieges",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_CommissionsSieges_CommissionId",
                table: "CommissionsSieges",
                column: "CommissionId");

            migrationBuilder.CreateIndex(
                name: "IX_ComptablesAssignataires_Debut",
                table: "ComptablesAssignataires",
                column: "Debut");

            migrationBuilder.CreateIndex(
                name: "IX_ComptesDePlateforme_Collectivite",
                table: "ComptesDePlateforme",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_ComptesDePlateforme_Convention",
                table: "ComptesDePlateforme",
                column: "Convention");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationsDeclarees_Annee_Collectivite",
                table: "ConsultationsDeclarees",
                columns: new[] { "Annee", "Collectivite" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationsDeclarees_Collectivite",
                table: "ConsultationsDeclarees",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_ContratsDAssurance_Attestation",
                table: "ContratsDAssurance",
                column: "Attestation");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsComite_ConventionId",
                table: "ConventionsComite",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsConstitutives_Groupement",
                table: "ConventionsConstitutives",
                column: "Groupement",
                unique: true);

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
                name: "IX_ConventionsDocuments_ConventionId",
                table: "ConventionsDocuments",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsParties_Collectivite",
                table: "ConventionsParties",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsParties_ConventionId",
                table: "ConventionsParties",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsPieces_Fichier",
                table: "ConventionsPieces",
                column: "Fichier");

            migrationBuilder.CreateIndex(
                name: "IX_ConventionsRestitutions_Recu",
                table: "ConventionsRestitutions",
                column: "Recu");

            migrationBuilder.CreateIndex(
                name: "IX_Convocations_Envoi",
                table: "Convocations",
                column: "Envoi");

            migrationBuilder.CreateIndex(
                name: "IX_Convocations_Seance_Numero_Personne",
                table: "Convocations",
                columns: new[] { "Seance", "Numero", "Personne" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Courriers_EnregistreLe",
                table: "Courriers",
                column: "EnregistreLe");

            migrationBuilder.CreateIndex(
                name: "IX_Courriers_Numero",
                table: "Courriers",
                column: "Numero",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Courriers_ObjetType_ObjetId",
                table: "Courriers",
                columns: new[] { "ObjetType", "ObjetId" });

            migrationBuilder.CreateIndex(
                name: "IX_Courriers_Piece",
                table: "Courriers",
                column: "Piece");

            migrationBuilder.CreateIndex(
                name: "IX_CourriersDestinataires_Accuse",
                table: "CourriersDestinataires",
                column: "Accuse");

            migrationBuilder.CreateIndex(
                name: "IX_CourriersDestinataires_Collectivite",
                table: "CourriersDestinataires",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_DeliberationsDuCdg_Date_Numero",
                table: "DeliberationsDuCdg",
                columns: new[] { "Date", "Numero" });

            migrationBuilder.CreateIndex(
                name: "IX_DemandesDAssistance_Collectivite_RecueLe",
                table: "DemandesDAssistance",
                columns: new[] { "Collectivite", "RecueLe" });

            migrationBuilder.CreateIndex(
                name: "IX_DemandesDAssistance_Etat_RecueLe",
                table: "DemandesDAssistance",
                columns: new[] { "Etat", "RecueLe" });

            migrationBuilder.CreateIndex(
                name: "IX_DemandesDAssistance_Responsable",
                table: "DemandesDAssistance",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions",
                column: "Groupement",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Collectivite",
                table: "DocumentsProduits",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Groupement",
                table: "DocumentsProduits",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Modele",
                table: "DocumentsProduits",
                column: "Modele");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_ObjetType_ObjetId_ProduitLe",
                table: "DocumentsProduits",
                columns: new[] { "ObjetType", "ObjetId", "ProduitLe" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Piece",
                table: "DocumentsProduits",
                column: "Piece");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_ProduitLe",
                table: "DocumentsProduits",
                column: "ProduitLe");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsProduits_Serie",
                table: "DocumentsProduits",
                column: "Serie");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsSeries_ActeurId",
                table: "DocumentsSeries",
                column: "ActeurId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentsSeries_Nature_ProduiteLe",
                table: "DocumentsSeries",
                columns: new[] { "Nature", "ProduiteLe" });

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDAdhesion_Adhesion",
                table: "DossiersDAdhesion",
                column: "Adhesion");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDAdhesion_Avenant",
                table: "DossiersDAdhesion",
                column: "Avenant");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDAdhesion_Collectivite",
                table: "DossiersDAdhesion",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDAdhesion_Groupement_Collectivite",
                table: "DossiersDAdhesion",
                columns: new[] { "Groupement", "Collectivite" });

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDAdhesion_Groupement_Etat",
                table: "DossiersDAdhesion",
                columns: new[] { "Groupement", "Etat" });

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDAdhesionChoix_Prestation",
                table: "DossiersDAdhesionChoix",
                column: "Prestation");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDAdhesionCorrections_DossierId",
                table: "DossiersDAdhesionCorrections",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDAdhesionPieces_DossierId",
                table: "DossiersDAdhesionPieces",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDeConvention_ObjetType_ObjetId",
                table: "DossiersDeConvention",
                columns: new[] { "ObjetType", "ObjetId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDeConvention_Texte",
                table: "DossiersDeConvention",
                column: "Texte");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDeConventionAnnexes_Piece",
                table: "DossiersDeConventionAnnexes",
                column: "Piece");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDeRetrait_Adhesion",
                table: "DossiersDeRetrait",
                column: "Adhesion");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDeRetrait_Collectivite",
                table: "DossiersDeRetrait",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDeRetrait_Groupement_Etat",
                table: "DossiersDeRetrait",
                columns: new[] { "Groupement", "Etat" });

            migrationBuilder.CreateIndex(
                name: "IX_DossiersDeRetraitSommes_DossierId",
                table: "DossiersDeRetraitSommes",
                column: "DossierId");

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
                name: "IX_ExercicesDAppel_Annee",
                table: "ExercicesDAppel",
                column: "Annee",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExportsDeFinances_Exercice_FaitLe",
                table: "ExportsDeFinances",
                columns: new[] { "Exercice", "FaitLe" });

            migrationBuilder.CreateIndex(
                name: "IX_FenetresDAdhesion_Groupement_Ouverture",
                table: "FenetresDAdhesion",
                columns: new[] { "Groupement", "Ouverture" });

            migrationBuilder.CreateIndex(
                name: "IX_Grilles_Groupement",
                table: "Grilles",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_Grilles_Lignee_Numero",
                table: "Grilles",
                columns: new[] { "Lignee", "Numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GrillesApplications_SourceId",
                table: "GrillesApplications",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeConventions_AppliqueLe",
                table: "ImportsDeConventions",
                column: "AppliqueLe");

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeConventionsLignes_Convention",
                table: "ImportsDeConventionsLignes",
                column: "Convention");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Collectivite",
                table: "Incidents",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_MarcheId",
                table: "Incidents",
                column: "MarcheId");

            migrationBuilder.CreateIndex(
                name: "IX_Litiges_Declarant",
                table: "Litiges",
                column: "Declarant");

            migrationBuilder.CreateIndex(
                name: "IX_Litiges_Groupement",
                table: "Litiges",
                column: "Groupement");

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
                name: "IX_Modeles_Groupement",
                table: "Modeles",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_Modeles_Nature_Groupement",
                table: "Modeles",
                columns: new[] { "Nature", "Groupement" });

            migrationBuilder.CreateIndex(
                name: "IX_ModelesParDefaut_Modele",
                table: "ModelesParDefaut",
                column: "Modele");

            migrationBuilder.CreateIndex(
                name: "IX_ModelesVersions_Piece",
                table: "ModelesVersions",
                column: "Piece");

            migrationBuilder.CreateIndex(
                name: "IX_PreuvesDInformation_Collectivite",
                table: "PreuvesDInformation",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_PreuvesDInformation_Courriel",
                table: "PreuvesDInformation",
                column: "Courriel");

            migrationBuilder.CreateIndex(
                name: "IX_PreuvesDInformation_Groupement",
                table: "PreuvesDInformation",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_PreuvesDInformation_ObjetType_ObjetId",
                table: "PreuvesDInformation",
                columns: new[] { "ObjetType", "ObjetId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresAvisSurLaNote_Collectivite",
                table: "ProceduresAvisSurLaNote",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresExclusions_Collectivite",
                table: "ProceduresExclusions",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_ProfilsDExport_Nom",
                table: "ProfilsDExport",
                column: "Nom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Propositions_Collectivite_ProposeeLe",
                table: "Propositions",
                columns: new[] { "Collectivite", "ProposeeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Propositions_Etat_ProposeeLe",
                table: "Propositions",
                columns: new[] { "Etat", "ProposeeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_RecensementsRelances_Adresse_Jour",
                table: "RecensementsRelances",
                columns: new[] { "Adresse", "Jour" });

            migrationBuilder.CreateIndex(
                name: "IX_RecensementsRelances_Campagne_Collectivite_Adresse_Nom_Echelon",
                table: "RecensementsRelances",
                columns: new[] { "Campagne", "Collectivite", "Adresse", "Nom", "Echelon" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecensementsRelances_Collectivite",
                table: "RecensementsRelances",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_RecensementsRelances_Envoi",
                table: "RecensementsRelances",
                column: "Envoi");

            migrationBuilder.CreateIndex(
                name: "IX_Refacturations_Groupement_Exercice",
                table: "Refacturations",
                columns: new[] { "Groupement", "Exercice" });

            migrationBuilder.CreateIndex(
                name: "IX_Refacturations_Procedure",
                table: "Refacturations",
                column: "Procedure");

            migrationBuilder.CreateIndex(
                name: "IX_Refacturations_Session",
                table: "Refacturations",
                column: "Session");

            migrationBuilder.CreateIndex(
                name: "IX_RefacturationsLignes_Procedure",
                table: "RefacturationsLignes",
                column: "Procedure");

            migrationBuilder.CreateIndex(
                name: "IX_RefacturationsLignes_Session",
                table: "RefacturationsLignes",
                column: "Session");

            migrationBuilder.CreateIndex(
                name: "IX_ReunionsDeComite_Groupement_Le",
                table: "ReunionsDeComite",
                columns: new[] { "Groupement", "Le" });

            migrationBuilder.CreateIndex(
                name: "IX_ReunionsDeComiteActions_ReunionId",
                table: "ReunionsDeComiteActions",
                column: "ReunionId");

            migrationBuilder.CreateIndex(
                name: "IX_ReunionsDeComitePresences_ReunionId",
                table: "ReunionsDeComitePresences",
                column: "ReunionId");

            migrationBuilder.CreateIndex(
                name: "IX_Seances_Commission_Date",
                table: "Seances",
                columns: new[] { "Commission", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Seances_Etat_Date",
                table: "Seances",
                columns: new[] { "Etat", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Seances_Premiere",
                table: "Seances",
                column: "Premiere");

            migrationBuilder.CreateIndex(
                name: "IX_Seances_Reference",
                table: "Seances",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeancesPoints_Groupement",
                table: "SeancesPoints",
                column: "Groupement");

            migrationBuilder.CreateIndex(
                name: "IX_SeancesPoints_Procedure_Lot",
                table: "SeancesPoints",
                columns: new[] { "Procedure", "Lot" });

            migrationBuilder.CreateIndex(
                name: "IX_SeancesPresences_Seance_Personne",
                table: "SeancesPresences",
                columns: new[] { "Seance", "Personne" });

            migrationBuilder.CreateIndex(
                name: "IX_SessionsDePresentation_Groupement_Date",
                table: "SessionsDePresentation",
                columns: new[] { "Groupement", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_SessionsInscriptions_Collectivite",
                table: "SessionsInscriptions",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_SessionsInscriptions_Session_Collectivite",
                table: "SessionsInscriptions",
                columns: new[] { "Session", "Collectivite" });

            migrationBuilder.CreateIndex(
                name: "IX_Transmissions_Groupement_RecueLe",
                table: "Transmissions",
                columns: new[] { "Groupement", "RecueLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Transmissions_ObjetType_ObjetId",
                table: "Transmissions",
                columns: new[] { "ObjetType", "ObjetId" });

            migrationBuilder.CreateIndex(
                name: "IX_Transmissions_Piece",
                table: "Transmissions",
                column: "Piece");

            migrationBuilder.CreateIndex(
                name: "IX_TransmissionsMembres_Collectivite",
                table: "TransmissionsMembres",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_VuesDeListe_Liste_Utilisateur_Nom",
                table: "VuesDeListe",
                columns: new[] { "Liste", "Utilisateur", "Nom" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Groupements_Groupements_Predecesseur",
                table: "Groupements",
                column: "Predecesseur",
                principalTable: "Groupements",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

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
                name: "FK_Groupements_Groupements_Predecesseur",
                table: "Groupements");

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
                name: "AppelsPaiements");

            migrationBuilder.DropTable(
                name: "AppelsRelances");

            migrationBuilder.DropTable(
                name: "ApprobationsDAvenant");

            migrationBuilder.DropTable(
                name: "CampagnesDAppelConfirmations");

            migrationBuilder.DropTable(
                name: "CampagnesDAppelExonerations");

            migrationBuilder.DropTable(
                name: "CodesTiers");

            migrationBuilder.DropTable(
                name: "Commandes");

            migrationBuilder.DropTable(
                name: "CommissionsConsultatifs");

            migrationBuilder.DropTable(
                name: "CommissionsDesignations");

            migrationBuilder.DropTable(
                name: "CommissionsSieges");

            migrationBuilder.DropTable(
                name: "ComptablesAssignataires");

            migrationBuilder.DropTable(
                name: "ComptesDePlateforme");

            migrationBuilder.DropTable(
                name: "ConsultationsDeclarees");

            migrationBuilder.DropTable(
                name: "ContratsDAssurance");

            migrationBuilder.DropTable(
                name: "ConventionsAvenants");

            migrationBuilder.DropTable(
                name: "ConventionsComite");

            migrationBuilder.DropTable(
                name: "ConventionsDenonciations");

            migrationBuilder.DropTable(
                name: "ConventionsDocuments");

            migrationBuilder.DropTable(
                name: "ConventionsDocumentsARestituer");

            migrationBuilder.DropTable(
                name: "ConventionsMisesEnDemeure");

            migrationBuilder.DropTable(
                name: "ConventionsParties");

            migrationBuilder.DropTable(
                name: "ConventionsPieces");

            migrationBuilder.DropTable(
                name: "ConventionsTaches");

            migrationBuilder.DropTable(
                name: "Convocations");

            migrationBuilder.DropTable(
                name: "CourriersDestinataires");

            migrationBuilder.DropTable(
                name: "DeliberationsDuCdg");

            migrationBuilder.DropTable(
                name: "DemandesDAssistance");

            migrationBuilder.DropTable(
                name: "Dissolutions");

            migrationBuilder.DropTable(
                name: "DocumentsSeries");

            migrationBuilder.DropTable(
                name: "DossiersDAdhesionChoix");

            migrationBuilder.DropTable(
                name: "DossiersDAdhesionCorrections");

            migrationBuilder.DropTable(
                name: "DossiersDAdhesionPieces");

            migrationBuilder.DropTable(
                name: "DossiersDeConventionAnnexes");

            migrationBuilder.DropTable(
                name: "DossiersDeRetraitSommes");

            migrationBuilder.DropTable(
                name: "Echeances");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourrielPieces");

            migrationBuilder.DropTable(
                name: "ExecutionsDeTache");

            migrationBuilder.DropTable(
                name: "ExercicesDAppel");

            migrationBuilder.DropTable(
                name: "ExportsDeFinances");

            migrationBuilder.DropTable(
                name: "FenetresDAdhesion");

            migrationBuilder.DropTable(
                name: "GrillesApplications");

            migrationBuilder.DropTable(
                name: "GrillesCasLimites");

            migrationBuilder.DropTable(
                name: "GrillesCellules");

            migrationBuilder.DropTable(
                name: "GrillesExemptions");

            migrationBuilder.DropTable(
                name: "GrillesTranches");

            migrationBuilder.DropTable(
                name: "GroupementsRegimesFinanciers");

            migrationBuilder.DropTable(
                name: "ImportsDeConventionsLignes");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "Installations");

            migrationBuilder.DropTable(
                name: "Litiges");

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
                name: "ModelesDeCourriel");

            migrationBuilder.DropTable(
                name: "ModelesParDefaut");

            migrationBuilder.DropTable(
                name: "ModelesVersions");

            migrationBuilder.DropTable(
                name: "PreuvesDInformation");

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
                name: "Propositions");

            migrationBuilder.DropTable(
                name: "RecensementsRelances");

            migrationBuilder.DropTable(
                name: "RefacturationsExemptions");

            migrationBuilder.DropTable(
                name: "RefacturationsLignes");

            migrationBuilder.DropTable(
                name: "RefacturationsParticipants");

            migrationBuilder.DropTable(
                name: "RefusDeCourriels");

            migrationBuilder.DropTable(
                name: "RegistresDeports");

            migrationBuilder.DropTable(
                name: "RegistresPlis");

            migrationBuilder.DropTable(
                name: "RegistresQuestions");

            migrationBuilder.DropTable(
                name: "RegistresRetraits");

            migrationBuilder.DropTable(
                name: "ReunionsDeComiteActions");

            migrationBuilder.DropTable(
                name: "ReunionsDeComitePresences");

            migrationBuilder.DropTable(
                name: "SeancesDeports");

            migrationBuilder.DropTable(
                name: "SeancesDocuments");

            migrationBuilder.DropTable(
                name: "SeancesInvites");

            migrationBuilder.DropTable(
                name: "SeancesOffres");

            migrationBuilder.DropTable(
                name: "SeancesPlaces");

            migrationBuilder.DropTable(
                name: "SeancesPoints");

            migrationBuilder.DropTable(
                name: "SeancesPresences");

            migrationBuilder.DropTable(
                name: "SeancesRectificatifs");

            migrationBuilder.DropTable(
                name: "SeancesVoix");

            migrationBuilder.DropTable(
                name: "SessionsInscriptions");

            migrationBuilder.DropTable(
                name: "TransmissionsMembres");

            migrationBuilder.DropTable(
                name: "VuesDeListe");

            migrationBuilder.DropTable(
                name: "Analyses");

            migrationBuilder.DropTable(
                name: "Appels");

            migrationBuilder.DropTable(
                name: "ProfilsDExport");

            migrationBuilder.DropTable(
                name: "ConventionsRestitutions");

            migrationBuilder.DropTable(
                name: "ConventionsConstitutives");

            migrationBuilder.DropTable(
                name: "Courriers");

            migrationBuilder.DropTable(
                name: "DossiersDAdhesion");

            migrationBuilder.DropTable(
                name: "DossiersDeConvention");

            migrationBuilder.DropTable(
                name: "DossiersDeRetrait");

            migrationBuilder.DropTable(
                name: "ImportsDeConventions");

            migrationBuilder.DropTable(
                name: "Marches");

            migrationBuilder.DropTable(
                name: "Refacturations");

            migrationBuilder.DropTable(
                name: "Registres");

            migrationBuilder.DropTable(
                name: "ReunionsDeComite");

            migrationBuilder.DropTable(
                name: "Seances");

            migrationBuilder.DropTable(
                name: "Transmissions");

            migrationBuilder.DropTable(
                name: "CampagnesDAppel");

            migrationBuilder.DropTable(
                name: "Grilles");

            migrationBuilder.DropTable(
                name: "ConventionsDAcces");

            migrationBuilder.DropTable(
                name: "AvenantsDeConvention");

            migrationBuilder.DropTable(
                name: "DocumentsProduits");

            migrationBuilder.DropTable(
                name: "SessionsDePresentation");

            migrationBuilder.DropTable(
                name: "Commissions");

            migrationBuilder.DropTable(
                name: "Modeles");

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
                name: "IX_Groupements_Predecesseur",
                table: "Groupements");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_CleDIdempotence",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_Destinataire_DeposeLe",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropIndex(
                name: "IX_EnvoisDeCourriel_Lien",
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
                name: "FinDuMarche",
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
                name: "InvitationLe",
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
                name: "LimiteDesOffres",
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
                name: "AnneeDuPreavis",
                table: "Groupements");

            migrationBuilder.DropColumn(
                name: "Predecesseur",
                table: "Groupements");

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
                name: "EstClasse",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "Html",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "Ics",
                table: "EnvoisDeCourriel");

            migrationBuilder.DropColumn(
                name: "Lien",
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
