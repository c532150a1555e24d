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
            migrationBuilder.AddColumn<Guid>(
                name: "Predecesseur",
                table: "Groupements",
                type: "TEXT",
                nullable: true);

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
                name: "AvenantsDeConvention",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Genre = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: true),
                    TexteEnVigueur = table.Column<string>(type: "TEXT", nullable: false),
                    TexteNouveau = table.Column<string>(type: "TEXT", nullable: false),
                    VersionDuTexte = table.Column<int>(type: "INTEGER", nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SoumisLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SigneLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffetLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RejeteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AvenantsDeConvention", x => x.Id);
                    table.CheckConstraint("CK_AvenantsDeConvention_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                    table.CheckConstraint("CK_AvenantsDeConvention_Objet_Longueur", "length(\"Objet\") <= 500");
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
                name: "BilansDExecution",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Annee = table.Column<int>(type: "INTEGER", nullable: false),
                    DemandeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AttenduLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecuLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BilansDExecution", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BilansDExecution_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BilansDExecution_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConventionsConstitutives",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObjetDesMarches = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Duree = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DernierJourFixe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DispositionsFinancieres = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Tribunal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TransmiseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublieeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnVigueurLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Integration_Execute = table.Column<bool>(type: "INTEGER", nullable: false),
                    Integration_Notifie = table.Column<bool>(type: "INTEGER", nullable: false),
                    Integration_Paie = table.Column<bool>(type: "INTEGER", nullable: false),
                    Integration_Signe = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsConstitutives", x => x.Id);
                    table.CheckConstraint("CK_ConventionsConstitutives_DispositionsFinancieres_Longueur", "length(\"DispositionsFinancieres\") <= 4000");
                    table.CheckConstraint("CK_ConventionsConstitutives_ObjetDesMarches_Longueur", "length(\"ObjetDesMarches\") <= 4000");
                    table.CheckConstraint("CK_ConventionsConstitutives_Tribunal_Longueur", "length(\"Tribunal\") <= 200");
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    PrepareeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AbandonneeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MotifDAbandon = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PremierJour = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DernierJour = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
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
                name: "Dissolutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OuverteLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DernierJour = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DerniereFacturationLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ArchivesVerseesLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LieuDesArchives = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PrononceeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dissolutions", x => x.Id);
                    table.CheckConstraint("CK_Dissolutions_LieuDesArchives_Longueur", "length(\"LieuDesArchives\") <= 1000");
                    table.CheckConstraint("CK_Dissolutions_Motif_Longueur", "length(\"Motif\") <= 1000");
                    table.ForeignKey(
                        name: "FK_Dissolutions_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDeRetrait",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Adhesion = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AnnonceLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    InformeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortieLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Modalites = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Deliberation_AccuseeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_AdopteeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_Numero = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Deliberation_Piece = table.Column<Guid>(type: "TEXT", nullable: true),
                    Deliberation_PublieeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_TransmiseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDeRetrait", x => x.Id);
                    table.CheckConstraint("CK_DossiersDeRetrait_Modalites_Longueur", "length(\"Modalites\") <= 4000");
                    table.CheckConstraint("CK_DossiersDeRetrait_Motif_Longueur", "length(\"Motif\") <= 1000");
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
                name: "FenetresDAdhesion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Ouverture = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fermeture = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FenetresDAdhesion", x => x.Id);
                    table.CheckConstraint("CK_FenetresDAdhesion_Objet_Longueur", "length(\"Objet\") <= 200");
                    table.ForeignKey(
                        name: "FK_FenetresDAdhesion_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Litiges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Declarant = table.Column<Guid>(type: "TEXT", nullable: false),
                    Adversaire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DeclareLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TentativeEngageeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TentativeCloseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IssueEnClair = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    TribunalSaisiLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Tribunal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClosLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Litiges", x => x.Id);
                    table.CheckConstraint("CK_Litiges_Adversaire_Longueur", "length(\"Adversaire\") <= 200");
                    table.CheckConstraint("CK_Litiges_IssueEnClair_Longueur", "length(\"IssueEnClair\") <= 4000");
                    table.CheckConstraint("CK_Litiges_Objet_Longueur", "length(\"Objet\") <= 4000");
                    table.CheckConstraint("CK_Litiges_Tribunal_Longueur", "length(\"Tribunal\") <= 200");
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
                name: "PreuvesDInformation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObjetType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DeposeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Courriel = table.Column<Guid>(type: "TEXT", nullable: true),
                    RemiseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemisePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreuvesDInformation", x => x.Id);
                    table.CheckConstraint("CK_PreuvesDInformation_Libelle_Longueur", "length(\"Libelle\") <= 300");
                    table.CheckConstraint("CK_PreuvesDInformation_ObjetType_Longueur", "length(\"ObjetType\") <= 60");
                    table.CheckConstraint("CK_PreuvesDInformation_RemisePar_Longueur", "length(\"RemisePar\") <= 200");
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
                name: "ReunionsDeComite",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Le = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Heure = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Lieu = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OrdreDuJour = table.Column<string>(type: "TEXT", nullable: false),
                    InviteeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompteRendu = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReunionsDeComite", x => x.Id);
                    table.CheckConstraint("CK_ReunionsDeComite_Lieu_Longueur", "length(\"Lieu\") <= 300");
                    table.ForeignKey(
                        name: "FK_ReunionsDeComite_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprobationsDAvenant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Avenant = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sens = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    EnregistreeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_AccuseeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_AdopteeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_Numero = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Deliberation_Piece = table.Column<Guid>(type: "TEXT", nullable: true),
                    Deliberation_PublieeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_TransmiseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprobationsDAvenant", x => x.Id);
                    table.CheckConstraint("CK_ApprobationsDAvenant_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Origine = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OuvertLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AttenduLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SigneeParLeMembreLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SigneeParLeCoordonnateurLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TransmiseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AccuseeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublieeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Avenant = table.Column<Guid>(type: "TEXT", nullable: true),
                    EffetLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Adhesion = table.Column<Guid>(type: "TEXT", nullable: true),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Deliberation_AccuseeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_AdopteeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_Numero = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Deliberation_Piece = table.Column<Guid>(type: "TEXT", nullable: true),
                    Deliberation_PublieeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_TransmiseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDAdhesion", x => x.Id);
                    table.CheckConstraint("CK_DossiersDAdhesion_Motif_Longueur", "length(\"Motif\") <= 1000");
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
                name: "ConventionsComite",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    DesignePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Du = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Au = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsComite", x => x.Id);
                    table.CheckConstraint("CK_ConventionsComite_Courriel_Longueur", "length(\"Courriel\") <= 254");
                    table.CheckConstraint("CK_ConventionsComite_DesignePar_Longueur", "length(\"DesignePar\") <= 200");
                    table.CheckConstraint("CK_ConventionsComite_Nom_Longueur", "length(\"Nom\") <= 200");
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Genre = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Du = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Piece = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsDocuments", x => x.Id);
                    table.CheckConstraint("CK_ConventionsDocuments_Libelle_Longueur", "length(\"Libelle\") <= 200");
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Representant = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Qualite = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Deliberation_Numero = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Deliberation_AdopteeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_PublieeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_TransmiseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_AccuseeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation_Piece = table.Column<Guid>(type: "TEXT", nullable: true),
                    SigneeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsParties", x => x.Id);
                    table.CheckConstraint("CK_ConventionsParties_Deliberation_Numero_Longueur", "length(\"Deliberation_Numero\") <= 60");
                    table.CheckConstraint("CK_ConventionsParties_Qualite_Longueur", "length(\"Qualite\") <= 200");
                    table.CheckConstraint("CK_ConventionsParties_Representant_Longueur", "length(\"Representant\") <= 200");
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
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConventionsTaches", x => new { x.ConventionId, x.Numero });
                    table.CheckConstraint("CK_ConventionsTaches_Libelle_Longueur", "length(\"Libelle\") <= 200");
                    table.ForeignKey(
                        name: "FK_ConventionsTaches_ConventionsConstitutives_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "ConventionsConstitutives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "DossiersDeRetraitSommes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Centimes = table.Column<long>(type: "INTEGER", nullable: false),
                    DueLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDeRetraitSommes", x => x.Id);
                    table.CheckConstraint("CK_DossiersDeRetraitSommes_Libelle_Longueur", "length(\"Libelle\") <= 200");
                    table.ForeignKey(
                        name: "FK_DossiersDeRetraitSommes_DossiersDeRetrait_DossierId",
                        column: x => x.DossierId,
                        principalTable: "DossiersDeRetrait",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReunionsDeComiteActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Responsable = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PourLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FaiteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReunionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReunionsDeComiteActions", x => x.Id);
                    table.CheckConstraint("CK_ReunionsDeComiteActions_Libelle_Longueur", "length(\"Libelle\") <= 300");
                    table.CheckConstraint("CK_ReunionsDeComiteActions_Responsable_Longueur", "length(\"Responsable\") <= 300");
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    EstPresent = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReunionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReunionsDeComitePresences", x => x.Id);
                    table.CheckConstraint("CK_ReunionsDeComitePresences_Courriel_Longueur", "length(\"Courriel\") <= 254");
                    table.CheckConstraint("CK_ReunionsDeComitePresences_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.ForeignKey(
                        name: "FK_ReunionsDeComitePresences_ReunionsDeComite_ReunionId",
                        column: x => x.ReunionId,
                        principalTable: "ReunionsDeComite",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DossiersDAdhesionChoix",
                columns: table => new
                {
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChoisieLe = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Piece = table.Column<Guid>(type: "TEXT", nullable: false),
                    Texte = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DemandeeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SatisfaiteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossiersDAdhesionCorrections", x => x.Id);
                    table.CheckConstraint("CK_DossiersDAdhesionCorrections_Texte_Longueur", "length(\"Texte\") <= 1000");
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fichier = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecueLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Predecesseur",
                table: "Groupements",
                column: "Predecesseur");

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
                name: "IX_BilansDExecution_Collectivite",
                table: "BilansDExecution",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_BilansDExecution_Groupement_Annee",
                table: "BilansDExecution",
                columns: new[] { "Groupement", "Annee" });

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
                name: "IX_Dissolutions_Groupement",
                table: "Dissolutions",
                column: "Groupement",
                unique: true);

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
                name: "IX_FenetresDAdhesion_Groupement_Ouverture",
                table: "FenetresDAdhesion",
                columns: new[] { "Groupement", "Ouverture" });

            migrationBuilder.CreateIndex(
                name: "IX_Litiges_Declarant",
                table: "Litiges",
                column: "Declarant");

            migrationBuilder.CreateIndex(
                name: "IX_Litiges_Groupement",
                table: "Litiges",
                column: "Groupement");

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

            migrationBuilder.AddForeignKey(
                name: "FK_Groupements_Groupements_Predecesseur",
                table: "Groupements",
                column: "Predecesseur",
                principalTable: "Groupements",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Groupements_Groupements_Predecesseur",
                table: "Groupements");

            migrationBuilder.DropTable(
                name: "ApprobationsDAvenant");

            migrationBuilder.DropTable(
                name: "BilansDExecution");

            migrationBuilder.DropTable(
                name: "ConventionsComite");

            migrationBuilder.DropTable(
                name: "ConventionsDenonciations");

            migrationBuilder.DropTable(
                name: "ConventionsDocuments");

            migrationBuilder.DropTable(
                name: "ConventionsMisesEnDemeure");

            migrationBuilder.DropTable(
                name: "ConventionsParties");

            migrationBuilder.DropTable(
                name: "ConventionsTaches");

            migrationBuilder.DropTable(
                name: "Dissolutions");

            migrationBuilder.DropTable(
                name: "DossiersDAdhesionChoix");

            migrationBuilder.DropTable(
                name: "DossiersDAdhesionCorrections");

            migrationBuilder.DropTable(
                name: "DossiersDAdhesionPieces");

            migrationBuilder.DropTable(
                name: "DossiersDeRetraitSommes");

            migrationBuilder.DropTable(
                name: "Echeances");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourrielPieces");

            migrationBuilder.DropTable(
                name: "FenetresDAdhesion");

            migrationBuilder.DropTable(
                name: "Litiges");

            migrationBuilder.DropTable(
                name: "PreuvesDInformation");

            migrationBuilder.DropTable(
                name: "ReunionsDeComiteActions");

            migrationBuilder.DropTable(
                name: "ReunionsDeComitePresences");

            migrationBuilder.DropTable(
                name: "ConventionsDAcces");

            migrationBuilder.DropTable(
                name: "ConventionsConstitutives");

            migrationBuilder.DropTable(
                name: "DossiersDAdhesion");

            migrationBuilder.DropTable(
                name: "DossiersDeRetrait");

            migrationBuilder.DropTable(
                name: "ReunionsDeComite");

            migrationBuilder.DropTable(
                name: "AvenantsDeConvention");

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
