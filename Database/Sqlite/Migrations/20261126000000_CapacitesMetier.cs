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
                name: "CampagnesDAppel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Origine = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Assiette = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exercice = table.Column<int>(type: "INTEGER", nullable: false),
                    Occurrence = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Intitule = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DateDAppel = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Auteur = table.Column<Guid>(type: "TEXT", nullable: true),
                    NomDeLAuteur = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ProposeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Validateur = table.Column<Guid>(type: "TEXT", nullable: true),
                    NomDuValidateur = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ValideeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Nombre = table.Column<int>(type: "INTEGER", nullable: false),
                    EmiseLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    TotalHtCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesDAppel", x => x.Id);
                    table.CheckConstraint("CK_CampagnesDAppel_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                    table.CheckConstraint("CK_CampagnesDAppel_Intitule_Longueur", "length(\"Intitule\") <= 500");
                    table.CheckConstraint("CK_CampagnesDAppel_NomDeLAuteur_Longueur", "length(\"NomDeLAuteur\") <= 200");
                    table.CheckConstraint("CK_CampagnesDAppel_NomDuValidateur_Longueur", "length(\"NomDuValidateur\") <= 200");
                    table.CheckConstraint("CK_CampagnesDAppel_Occurrence_Longueur", "length(\"Occurrence\") <= 80");
                });

            migrationBuilder.CreateTable(
                name: "ComptablesAssignataires",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Adresse = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CodePostal = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Ville = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    Signataire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComptablesAssignataires", x => x.Id);
                    table.CheckConstraint("CK_ComptablesAssignataires_Adresse_Longueur", "length(\"Adresse\") <= 200");
                    table.CheckConstraint("CK_ComptablesAssignataires_CodePostal_Longueur", "length(\"CodePostal\") <= 5");
                    table.CheckConstraint("CK_ComptablesAssignataires_Iban_Longueur", "length(\"Iban\") <= 34");
                    table.CheckConstraint("CK_ComptablesAssignataires_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_ComptablesAssignataires_Signataire_Longueur", "length(\"Signataire\") <= 200");
                    table.CheckConstraint("CK_ComptablesAssignataires_Ville_Longueur", "length(\"Ville\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "ConsultationsDeclarees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Annee = table.Column<int>(type: "INTEGER", nullable: false),
                    Reelles = table.Column<int>(type: "INTEGER", nullable: true),
                    Estimees = table.Column<int>(type: "INTEGER", nullable: true),
                    Origine = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ConfirmeesLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmeesPar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationsDeclarees", x => x.Id);
                    table.CheckConstraint("CK_ConsultationsDeclarees_ConfirmeesPar_Longueur", "length(\"ConfirmeesPar\") <= 200");
                    table.ForeignKey(
                        name: "FK_ConsultationsDeclarees_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExercicesClos",
                columns: table => new
                {
                    Exercice = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Par = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExercicesClos", x => x.Exercice);
                    table.CheckConstraint("CK_ExercicesClos_Par_Longueur", "length(\"Par\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "ExportsDeFinances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exercice = table.Column<int>(type: "INTEGER", nullable: false),
                    Profil = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Filtre = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Nombre = table.Column<int>(type: "INTEGER", nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FaitLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    FaitPar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TotalTtcCentimes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportsDeFinances", x => x.Id);
                    table.CheckConstraint("CK_ExportsDeFinances_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                    table.CheckConstraint("CK_ExportsDeFinances_FaitPar_Longueur", "length(\"FaitPar\") <= 200");
                    table.CheckConstraint("CK_ExportsDeFinances_Filtre_Longueur", "length(\"Filtre\") <= 400");
                    table.CheckConstraint("CK_ExportsDeFinances_Profil_Longueur", "length(\"Profil\") <= 100");
                });

            migrationBuilder.CreateTable(
                name: "Grilles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lignee = table.Column<Guid>(type: "TEXT", nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    Intitule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Portee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: true),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Fondement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Prorata = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrdreDesAxes = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Deliberation = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DelibereeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Imputation_Fonction = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Imputation_Nature = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Imputation_Service = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Lectures_Agents = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Lectures_AvecEtablissements = table.Column<bool>(type: "INTEGER", nullable: false),
                    Lectures_Consultations = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Lectures_VolumeAnnualise = table.Column<bool>(type: "INTEGER", nullable: false),
                    TvaCentiemes = table.Column<int>(type: "INTEGER", nullable: false),
                    Type_Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Type_Declencheur = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type_Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type_Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grilles", x => x.Id);
                    table.CheckConstraint("CK_Grilles_Deliberation_Longueur", "length(\"Deliberation\") <= 500");
                    table.CheckConstraint("CK_Grilles_Fondement_Longueur", "length(\"Fondement\") <= 500");
                    table.CheckConstraint("CK_Grilles_Intitule_Longueur", "length(\"Intitule\") <= 200");
                    table.CheckConstraint("CK_Grilles_Objet_Longueur", "length(\"Objet\") <= 500");
                    table.CheckConstraint("CK_Grilles_OrdreDesAxes_Longueur", "length(\"OrdreDesAxes\") <= 100");
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
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    MissionRemuneree = table.Column<bool>(type: "INTEGER", nullable: false),
                    CodesDesFrais = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupementsRegimesFinanciers", x => x.Groupement);
                    table.CheckConstraint("CK_GroupementsRegimesFinanciers_Article_Longueur", "length(\"Article\") <= 200");
                    table.CheckConstraint("CK_GroupementsRegimesFinanciers_CodesDesFrais_Longueur", "length(\"CodesDesFrais\") <= 500");
                    table.ForeignKey(
                        name: "FK_GroupementsRegimesFinanciers_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProfilsDExport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Colonnes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfilsDExport", x => x.Id);
                    table.CheckConstraint("CK_ProfilsDExport_Colonnes_Longueur", "length(\"Colonnes\") <= 4000");
                    table.CheckConstraint("CK_ProfilsDExport_Nom_Longueur", "length(\"Nom\") <= 100");
                });

            migrationBuilder.CreateTable(
                name: "Refacturations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exercice = table.Column<int>(type: "INTEGER", nullable: false),
                    Intitule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Occurrence = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Procedure = table.Column<Guid>(type: "TEXT", nullable: true),
                    Partage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Parmi = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Strates = table.Column<Guid>(type: "TEXT", nullable: true),
                    Fondement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ArreteeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Imputation_Fonction = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Imputation_Nature = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Imputation_Service = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    TvaCentiemes = table.Column<int>(type: "INTEGER", nullable: false),
                    Type_Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Type_Declencheur = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type_Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type_Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refacturations", x => x.Id);
                    table.CheckConstraint("CK_Refacturations_Fondement_Longueur", "length(\"Fondement\") <= 500");
                    table.CheckConstraint("CK_Refacturations_Intitule_Longueur", "length(\"Intitule\") <= 200");
                    table.CheckConstraint("CK_Refacturations_Occurrence_Longueur", "length(\"Occurrence\") <= 80");
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
                });

            migrationBuilder.CreateTable(
                name: "CampagnesDAppelConfirmations",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Axe = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Valeur = table.Column<int>(type: "INTEGER", nullable: false),
                    CampagneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Par = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Le = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesDAppelConfirmations", x => new { x.CampagneId, x.SourceId, x.Axe, x.Valeur });
                    table.CheckConstraint("CK_CampagnesDAppelConfirmations_Motif_Longueur", "length(\"Motif\") <= 500");
                    table.CheckConstraint("CK_CampagnesDAppelConfirmations_Par_Longueur", "length(\"Par\") <= 200");
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
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampagneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DecideeLe = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesDAppelExonerations", x => new { x.CampagneId, x.SourceId });
                    table.CheckConstraint("CK_CampagnesDAppelExonerations_Motif_Longueur", "length(\"Motif\") <= 500");
                    table.ForeignKey(
                        name: "FK_CampagnesDAppelExonerations_CampagnesDAppel_CampagneId",
                        column: x => x.CampagneId,
                        principalTable: "CampagnesDAppel",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Appels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Campagne = table.Column<Guid>(type: "TEXT", nullable: true),
                    Grille = table.Column<Guid>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exercice = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Occurrence = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Rang = table.Column<int>(type: "INTEGER", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rectifie = table.Column<Guid>(type: "TEXT", nullable: true),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SurExerciceClos = table.Column<bool>(type: "INTEGER", nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: true),
                    Convention = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DateDAppel = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReprisPar = table.Column<Guid>(type: "TEXT", nullable: true),
                    NumeroDeTitre = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DateDeTitre = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PayeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NombreDeRelances = table.Column<int>(type: "INTEGER", nullable: false),
                    DerniereRelanceLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MiseEnDemeureLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExporteLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Export = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnnuelHtCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    Chorus_CodeDuService = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Chorus_EngagementObligatoire = table.Column<bool>(type: "INTEGER", nullable: false),
                    Chorus_NumeroDEngagement = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Chorus_ServiceObligatoire = table.Column<bool>(type: "INTEGER", nullable: false),
                    CorrectionsTtcCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    Debiteur_Categorie = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Debiteur_CodePostal = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Debiteur_Ligne1 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Debiteur_Ligne2 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Debiteur_Nom = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Debiteur_Siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    Debiteur_Ville = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Imputation_Fonction = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Imputation_Nature = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Imputation_Service = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Liquidation_Affiliee = table.Column<bool>(type: "INTEGER", nullable: false),
                    Liquidation_Agents = table.Column<int>(type: "INTEGER", nullable: true),
                    Liquidation_CasLimite = table.Column<bool>(type: "INTEGER", nullable: false),
                    Liquidation_Consultations = table.Column<int>(type: "INTEGER", nullable: true),
                    Liquidation_Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Liquidation_Denominateur = table.Column<int>(type: "INTEGER", nullable: false),
                    Liquidation_Fiche = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Liquidation_Fin = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Liquidation_Methode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Liquidation_Numerateur = table.Column<int>(type: "INTEGER", nullable: false),
                    Liquidation_Population = table.Column<int>(type: "INTEGER", nullable: true),
                    Liquidation_Tranches = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Mentions_AdresseDuComptable = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Mentions_Comptable = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Mentions_Deliberation = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Mentions_Fondement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Mentions_Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    Mentions_Objet = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Mentions_Signataire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Mentions_VoiesDeRecours = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    MontantHtCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    PayeTtcCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    PropreHtCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportHtCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    MontantTtcCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    TvaCentiemes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appels", x => x.Id);
                    table.CheckConstraint("CK_Appels_Convention_Longueur", "length(\"Convention\") <= 200");
                    table.CheckConstraint("CK_Appels_Motif_Longueur", "length(\"Motif\") <= 500");
                    table.CheckConstraint("CK_Appels_NumeroDeTitre_Longueur", "length(\"NumeroDeTitre\") <= 40");
                    table.CheckConstraint("CK_Appels_Occurrence_Longueur", "length(\"Occurrence\") <= 80");
                    table.CheckConstraint("CK_Appels_Type_Longueur", "length(\"Type\") <= 30");
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
                });

            migrationBuilder.CreateTable(
                name: "GrillesApplications",
                columns: table => new
                {
                    Grille = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Voie = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Effet = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NoteeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    NoteePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesApplications", x => new { x.Grille, x.SourceId });
                    table.CheckConstraint("CK_GrillesApplications_NoteePar_Longueur", "length(\"NoteePar\") <= 200");
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
                    Axe = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Valeur = table.Column<int>(type: "INTEGER", nullable: false),
                    GrilleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tranche = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmationRequise = table.Column<bool>(type: "INTEGER", nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesCasLimites", x => new { x.GrilleId, x.Axe, x.Valeur });
                    table.CheckConstraint("CK_GrillesCasLimites_Motif_Longueur", "length(\"Motif\") <= 500");
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
                    Coordonnees = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    GrilleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PremiereAnneeHtCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    AnneesSuivantesHtCentimes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesCellules", x => new { x.GrilleId, x.Coordonnees });
                    table.CheckConstraint("CK_GrillesCellules_Coordonnees_Longueur", "length(\"Coordonnees\") <= 60");
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
                    Categorie = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GrilleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Condition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fondement = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesExemptions", x => new { x.GrilleId, x.Categorie });
                    table.CheckConstraint("CK_GrillesExemptions_Fondement_Longueur", "length(\"Fondement\") <= 300");
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
                    Axe = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    GrilleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Minimum = table.Column<int>(type: "INTEGER", nullable: true),
                    MinimumInclus = table.Column<bool>(type: "INTEGER", nullable: false),
                    Maximum = table.Column<int>(type: "INTEGER", nullable: true),
                    MaximumInclus = table.Column<bool>(type: "INTEGER", nullable: false),
                    Valeurs = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrillesTranches", x => new { x.GrilleId, x.Axe, x.Numero });
                    table.CheckConstraint("CK_GrillesTranches_Libelle_Longueur", "length(\"Libelle\") <= 120");
                    table.CheckConstraint("CK_GrillesTranches_Valeurs_Longueur", "length(\"Valeurs\") <= 1000");
                    table.ForeignKey(
                        name: "FK_GrillesTranches_Grilles_GrilleId",
                        column: x => x.GrilleId,
                        principalTable: "Grilles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CodesTiers",
                columns: table => new
                {
                    Profil = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodesTiers", x => new { x.Profil, x.Collectivite });
                    table.CheckConstraint("CK_CodesTiers_Code_Longueur", "length(\"Code\") <= 40");
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
                name: "RefacturationsExemptions",
                columns: table => new
                {
                    Categorie = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RefacturationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Condition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fondement = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefacturationsExemptions", x => new { x.RefacturationId, x.Categorie });
                    table.CheckConstraint("CK_RefacturationsExemptions_Fondement_Longueur", "length(\"Fondement\") <= 300");
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
                    Rang = table.Column<int>(type: "INTEGER", nullable: false),
                    RefacturationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fournisseur = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Le = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MontantHtCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    Facture = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefacturationsLignes", x => new { x.RefacturationId, x.Rang });
                    table.CheckConstraint("CK_RefacturationsLignes_Facture_Longueur", "length(\"Facture\") <= 200");
                    table.CheckConstraint("CK_RefacturationsLignes_Fournisseur_Longueur", "length(\"Fournisseur\") <= 200");
                    table.ForeignKey(
                        name: "FK_RefacturationsLignes_Refacturations_RefacturationId",
                        column: x => x.RefacturationId,
                        principalTable: "Refacturations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RefacturationsParticipants",
                columns: table => new
                {
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    RefacturationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Present = table.Column<bool>(type: "INTEGER", nullable: false)
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
                name: "AppelsPaiements",
                columns: table => new
                {
                    Rang = table.Column<int>(type: "INTEGER", nullable: false),
                    AppelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Le = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MontantTtcCentimes = table.Column<long>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppelsPaiements", x => new { x.AppelId, x.Rang });
                    table.CheckConstraint("CK_AppelsPaiements_Reference_Longueur", "length(\"Reference\") <= 100");
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
                    Rang = table.Column<int>(type: "INTEGER", nullable: false),
                    AppelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Le = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Par = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppelsRelances", x => new { x.AppelId, x.Rang });
                    table.CheckConstraint("CK_AppelsRelances_Par_Longueur", "length(\"Par\") <= 200");
                    table.ForeignKey(
                        name: "FK_AppelsRelances_Appels_AppelId",
                        column: x => x.AppelId,
                        principalTable: "Appels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appels_Grille",
                table: "Appels",
                column: "Grille");

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
                name: "IX_CampagnesDAppel_Assiette_Exercice_Occurrence",
                table: "CampagnesDAppel",
                columns: new[] { "Assiette", "Exercice", "Occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CodesTiers_Collectivite",
                table: "CodesTiers",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_ComptablesAssignataires_Debut",
                table: "ComptablesAssignataires",
                column: "Debut");

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
                name: "IX_ExportsDeFinances_Exercice_FaitLe",
                table: "ExportsDeFinances",
                columns: new[] { "Exercice", "FaitLe" });

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
                name: "IX_ProfilsDExport_Nom",
                table: "ProfilsDExport",
                column: "Nom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refacturations_Groupement_Exercice",
                table: "Refacturations",
                columns: new[] { "Groupement", "Exercice" });

            migrationBuilder.CreateIndex(
                name: "IX_Refacturations_Procedure",
                table: "Refacturations",
                column: "Procedure");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AppelsPaiements");

            migrationBuilder.DropTable(
                name: "AppelsRelances");

            migrationBuilder.DropTable(
                name: "CampagnesDAppelConfirmations");

            migrationBuilder.DropTable(
                name: "CampagnesDAppelExonerations");

            migrationBuilder.DropTable(
                name: "CodesTiers");

            migrationBuilder.DropTable(
                name: "ComptablesAssignataires");

            migrationBuilder.DropTable(
                name: "ConsultationsDeclarees");

            migrationBuilder.DropTable(
                name: "ExercicesClos");

            migrationBuilder.DropTable(
                name: "ExportsDeFinances");

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
                name: "RefacturationsExemptions");

            migrationBuilder.DropTable(
                name: "RefacturationsLignes");

            migrationBuilder.DropTable(
                name: "RefacturationsParticipants");

            migrationBuilder.DropTable(
                name: "Appels");

            migrationBuilder.DropTable(
                name: "ProfilsDExport");

            migrationBuilder.DropTable(
                name: "Refacturations");

            migrationBuilder.DropTable(
                name: "CampagnesDAppel");

            migrationBuilder.DropTable(
                name: "Grilles");
        }
    }
}
