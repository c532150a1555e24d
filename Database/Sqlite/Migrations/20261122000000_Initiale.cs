using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CdgMarches.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initiale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                    table.CheckConstraint("CK_AspNetRoles_Name_Longueur", "length(\"Name\") <= 256");
                    table.CheckConstraint("CK_AspNetRoles_NormalizedName_Longueur", "length(\"NormalizedName\") <= 256");
                });

            migrationBuilder.CreateTable(
                name: "Baux",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Detenteur = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Jusque = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Baux", x => x.Id);
                    table.CheckConstraint("CK_Baux_Detenteur_Longueur", "length(\"Detenteur\") <= 120");
                });

            migrationBuilder.CreateTable(
                name: "Brouillons",
                columns: table => new
                {
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Brouillons", x => new { x.Utilisateur, x.Cle });
                    table.CheckConstraint("CK_Brouillons_Cle_Longueur", "length(\"Cle\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "CatalogueNational",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CleDeTri = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CodeInsee = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    CodePostal = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    PopulationMunicipale = table.Column<int>(type: "INTEGER", nullable: true),
                    SirenEpci = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueNational", x => x.Code);
                    table.CheckConstraint("CK_CatalogueNational_CleDeRecherche_Longueur", "length(\"CleDeRecherche\") <= 500");
                    table.CheckConstraint("CK_CatalogueNational_CleDeTri_Longueur", "length(\"CleDeTri\") <= 400");
                    table.CheckConstraint("CK_CatalogueNational_Code_Longueur", "length(\"Code\") <= 9");
                    table.CheckConstraint("CK_CatalogueNational_CodeInsee_Longueur", "length(\"CodeInsee\") <= 5");
                    table.CheckConstraint("CK_CatalogueNational_CodePostal_Longueur", "length(\"CodePostal\") <= 5");
                    table.CheckConstraint("CK_CatalogueNational_Departement_Longueur", "length(\"Departement\") <= 3");
                    table.CheckConstraint("CK_CatalogueNational_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_CatalogueNational_Siren_Longueur", "length(\"Siren\") <= 9");
                    table.CheckConstraint("CK_CatalogueNational_SirenEpci_Longueur", "length(\"SirenEpci\") <= 9");
                });

            migrationBuilder.CreateTable(
                name: "ClesDeProtection",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClesDeProtection", x => x.Nom);
                    table.CheckConstraint("CK_ClesDeProtection_Nom_Longueur", "length(\"Nom\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "Collectivites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NomCourt = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CleDeTri = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    GrammaireCorrigee = table.Column<bool>(type: "INTEGER", nullable: false),
                    Categorie = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CategorieJuridique = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    Siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    CodeInsee = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    DisposeCao = table.Column<bool>(type: "INTEGER", nullable: false),
                    Courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Comptable = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    Suppleant = table.Column<Guid>(type: "TEXT", nullable: true),
                    ArchiveLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Successeur = table.Column<Guid>(type: "TEXT", nullable: true),
                    RemplaceeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FusionneeDans = table.Column<Guid>(type: "TEXT", nullable: true),
                    Chorus_CodeDuService = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Chorus_EngagementObligatoire = table.Column<bool>(type: "INTEGER", nullable: false),
                    Chorus_ServiceObligatoire = table.Column<bool>(type: "INTEGER", nullable: false),
                    Grammaire_Designation = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Grammaire_DesignationAvecA = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Grammaire_DesignationAvecDe = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Grammaire_NomAvecDe = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Postale_CodePostal = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Postale_Ligne1 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Postale_Ligne2 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Postale_Ville = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Siege_CodePostal = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Siege_Ligne1 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Siege_Ligne2 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Siege_Ville = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Collectivites", x => x.Id);
                    table.CheckConstraint("CK_Collectivites_CategorieJuridique_Longueur", "length(\"CategorieJuridique\") <= 4");
                    table.CheckConstraint("CK_Collectivites_CleDeRecherche_Longueur", "length(\"CleDeRecherche\") <= 1500");
                    table.CheckConstraint("CK_Collectivites_CleDeTri_Longueur", "length(\"CleDeTri\") <= 400");
                    table.CheckConstraint("CK_Collectivites_Comptable_Longueur", "length(\"Comptable\") <= 200");
                    table.CheckConstraint("CK_Collectivites_Courriel_Longueur", "length(\"Courriel\") <= 254");
                    table.CheckConstraint("CK_Collectivites_Departement_Longueur", "length(\"Departement\") <= 3");
                    table.CheckConstraint("CK_Collectivites_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_Collectivites_NomCourt_Longueur", "length(\"NomCourt\") <= 80");
                    table.CheckConstraint("CK_Collectivites_Notes_Longueur", "length(\"Notes\") <= 4000");
                    table.CheckConstraint("CK_Collectivites_Telephone_Longueur", "length(\"Telephone\") <= 30");
                });

            migrationBuilder.CreateTable(
                name: "Compteurs",
                columns: table => new
                {
                    Serie = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Dernier = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Compteurs", x => x.Serie);
                    table.CheckConstraint("CK_Compteurs_Serie_Longueur", "length(\"Serie\") <= 80");
                });

            migrationBuilder.CreateTable(
                name: "DemandesDeCompte",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Telephone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleDemande = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DeposeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecideeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Compte = table.Column<Guid>(type: "TEXT", nullable: true),
                    MotifDuRefus = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandesDeCompte", x => x.Id);
                    table.CheckConstraint("CK_DemandesDeCompte_Courriel_Longueur", "length(\"Courriel\") <= 254");
                    table.CheckConstraint("CK_DemandesDeCompte_Message_Longueur", "length(\"Message\") <= 1000");
                    table.CheckConstraint("CK_DemandesDeCompte_MotifDuRefus_Longueur", "length(\"MotifDuRefus\") <= 500");
                    table.CheckConstraint("CK_DemandesDeCompte_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_DemandesDeCompte_Telephone_Longueur", "length(\"Telephone\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "EnvoisDeCourriel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Destinataire = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NomDestinataire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Texte = table.Column<string>(type: "TEXT", nullable: false),
                    ObjetType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ObjetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeposeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ProchainEssai = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Essais = table.Column<int>(type: "INTEGER", nullable: false),
                    EnvoyeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CodeSmtp = table.Column<int>(type: "INTEGER", nullable: true),
                    Erreur = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnvoisDeCourriel", x => x.Id);
                    table.CheckConstraint("CK_EnvoisDeCourriel_Destinataire_Longueur", "length(\"Destinataire\") <= 254");
                    table.CheckConstraint("CK_EnvoisDeCourriel_Erreur_Longueur", "length(\"Erreur\") <= 500");
                    table.CheckConstraint("CK_EnvoisDeCourriel_MessageId_Longueur", "length(\"MessageId\") <= 200");
                    table.CheckConstraint("CK_EnvoisDeCourriel_NomDestinataire_Longueur", "length(\"NomDestinataire\") <= 200");
                    table.CheckConstraint("CK_EnvoisDeCourriel_Objet_Longueur", "length(\"Objet\") <= 300");
                    table.CheckConstraint("CK_EnvoisDeCourriel_ObjetType_Longueur", "length(\"ObjetType\") <= 60");
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeCollectivites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NomDuFichier = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Feuille = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AuteurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Auteur = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PrepareLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Resume = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Avis = table.Column<string>(type: "TEXT", nullable: false),
                    LignesEnErreur = table.Column<int>(type: "INTEGER", nullable: false),
                    LignesAEcrire = table.Column<int>(type: "INTEGER", nullable: false),
                    AppliqueLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AnnuleLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Creees = table.Column<int>(type: "INTEGER", nullable: false),
                    Modifiees = table.Column<int>(type: "INTEGER", nullable: false),
                    Inchangees = table.Column<int>(type: "INTEGER", nullable: false),
                    Refusees = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeCollectivites", x => x.Id);
                    table.CheckConstraint("CK_ImportsDeCollectivites_Auteur_Longueur", "length(\"Auteur\") <= 200");
                    table.CheckConstraint("CK_ImportsDeCollectivites_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                    table.CheckConstraint("CK_ImportsDeCollectivites_Feuille_Longueur", "length(\"Feuille\") <= 100");
                    table.CheckConstraint("CK_ImportsDeCollectivites_NomDuFichier_Longueur", "length(\"NomDuFichier\") <= 260");
                    table.CheckConstraint("CK_ImportsDeCollectivites_Resume_Longueur", "length(\"Resume\") <= 300");
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Instant = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Acteur = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Pour = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Evenement = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ObjetType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ObjetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: true),
                    Avant = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Apres = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Adresse = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Id);
                    table.CheckConstraint("CK_Journal_Acteur_Longueur", "length(\"Acteur\") <= 200");
                    table.CheckConstraint("CK_Journal_Adresse_Longueur", "length(\"Adresse\") <= 64");
                    table.CheckConstraint("CK_Journal_Apres_Longueur", "length(\"Apres\") <= 2000");
                    table.CheckConstraint("CK_Journal_Avant_Longueur", "length(\"Avant\") <= 2000");
                    table.CheckConstraint("CK_Journal_Evenement_Longueur", "length(\"Evenement\") <= 80");
                    table.CheckConstraint("CK_Journal_Libelle_Longueur", "length(\"Libelle\") <= 500");
                    table.CheckConstraint("CK_Journal_Motif_Longueur", "length(\"Motif\") <= 2000");
                    table.CheckConstraint("CK_Journal_ObjetType_Longueur", "length(\"ObjetType\") <= 60");
                    table.CheckConstraint("CK_Journal_Pour_Longueur", "length(\"Pour\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "LiensDeCompte",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Usage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ExpireLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    UtiliseLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiensDeCompte", x => x.Id);
                    table.CheckConstraint("CK_LiensDeCompte_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "LiensPersonnels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Usage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CibleType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CibleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: true),
                    Destinataire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EstAUsageUnique = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CreeParId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ExpireLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RevoqueLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RevoquePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UtiliseLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AdresseDUsage = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiensPersonnels", x => x.Id);
                    table.CheckConstraint("CK_LiensPersonnels_AdresseDUsage_Longueur", "length(\"AdresseDUsage\") <= 64");
                    table.CheckConstraint("CK_LiensPersonnels_CibleType_Longueur", "length(\"CibleType\") <= 60");
                    table.CheckConstraint("CK_LiensPersonnels_CreePar_Longueur", "length(\"CreePar\") <= 200");
                    table.CheckConstraint("CK_LiensPersonnels_Destinataire_Longueur", "length(\"Destinataire\") <= 200");
                    table.CheckConstraint("CK_LiensPersonnels_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                    table.CheckConstraint("CK_LiensPersonnels_RevoquePar_Longueur", "length(\"RevoquePar\") <= 200");
                    table.CheckConstraint("CK_LiensPersonnels_Usage_Longueur", "length(\"Usage\") <= 60");
                });

            migrationBuilder.CreateTable(
                name: "LimitesDePerimetre",
                columns: table => new
                {
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LimitesDePerimetre", x => new { x.Utilisateur, x.Groupement });
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Destinataire = table.Column<Guid>(type: "TEXT", nullable: false),
                    Texte = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Lien = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    CreeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    LueLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.CheckConstraint("CK_Notifications_Lien_Longueur", "length(\"Lien\") <= 400");
                    table.CheckConstraint("CK_Notifications_Texte_Longueur", "length(\"Texte\") <= 500");
                });

            migrationBuilder.CreateTable(
                name: "Pieces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    TypeMime = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Taille = table.Column<long>(type: "INTEGER", nullable: false),
                    DeposeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ActeurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActeurNom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pieces", x => x.Id);
                    table.CheckConstraint("CK_Pieces_ActeurNom_Longueur", "length(\"ActeurNom\") <= 200");
                    table.CheckConstraint("CK_Pieces_Nom_Longueur", "length(\"Nom\") <= 255");
                    table.CheckConstraint("CK_Pieces_Sha256_Longueur", "length(\"Sha256\") <= 64");
                    table.CheckConstraint("CK_Pieces_TypeMime_Longueur", "length(\"TypeMime\") <= 150");
                });

            migrationBuilder.CreateTable(
                name: "Rattachements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EstAdministrateur = table.Column<bool>(type: "INTEGER", nullable: false),
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rattachements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferencesChargees",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChargeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferencesChargees", x => x.Nom);
                    table.CheckConstraint("CK_ReferencesChargees_Nom_Longueur", "length(\"Nom\") <= 80");
                });

            migrationBuilder.CreateTable(
                name: "ReglagesGeneraux",
                columns: table => new
                {
                    Cle = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Valeur = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ModifiePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReglagesGeneraux", x => x.Cle);
                    table.CheckConstraint("CK_ReglagesGeneraux_Cle_Longueur", "length(\"Cle\") <= 80");
                    table.CheckConstraint("CK_ReglagesGeneraux_ModifiePar_Longueur", "length(\"ModifiePar\") <= 200");
                    table.CheckConstraint("CK_ReglagesGeneraux_Valeur_Longueur", "length(\"Valeur\") <= 4000");
                });

            migrationBuilder.CreateTable(
                name: "Utilisateurs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EstActif = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DerniereConnexion = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    CleDeRecherche = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Utilisateurs", x => x.Id);
                    table.CheckConstraint("CK_Utilisateurs_CleDeRecherche_Longueur", "length(\"CleDeRecherche\") <= 1000");
                    table.CheckConstraint("CK_Utilisateurs_Email_Longueur", "length(\"Email\") <= 256");
                    table.CheckConstraint("CK_Utilisateurs_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_Utilisateurs_NormalizedEmail_Longueur", "length(\"NormalizedEmail\") <= 256");
                    table.CheckConstraint("CK_Utilisateurs_NormalizedUserName_Longueur", "length(\"NormalizedUserName\") <= 256");
                    table.CheckConstraint("CK_Utilisateurs_PhoneNumber_Longueur", "length(\"PhoneNumber\") <= 40");
                    table.CheckConstraint("CK_Utilisateurs_UserName_Longueur", "length(\"UserName\") <= 256");
                });

            migrationBuilder.CreateTable(
                name: "ValeursDatees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Portee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CibleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Nombre = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Texte = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValeursDatees", x => x.Id);
                    table.CheckConstraint("CK_ValeursDatees_Code_Longueur", "length(\"Code\") <= 80");
                    table.CheckConstraint("CK_ValeursDatees_Source_Longueur", "length(\"Source\") <= 400");
                    table.CheckConstraint("CK_ValeursDatees_Texte_Longueur", "length(\"Texte\") <= 2000");
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesAffiliations",
                columns: table => new
                {
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesAffiliations", x => new { x.CollectiviteId, x.Debut });
                    table.ForeignKey(
                        name: "FK_CollectivitesAffiliations_Collectivites_CollectiviteId",
                        column: x => x.CollectiviteId,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Civilite = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Prenom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesContacts", x => new { x.CollectiviteId, x.Id });
                    table.CheckConstraint("CK_CollectivitesContacts_Courriel_Longueur", "length(\"Courriel\") <= 254");
                    table.CheckConstraint("CK_CollectivitesContacts_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_CollectivitesContacts_Prenom_Longueur", "length(\"Prenom\") <= 200");
                    table.CheckConstraint("CK_CollectivitesContacts_Telephone_Longueur", "length(\"Telephone\") <= 30");
                    table.ForeignKey(
                        name: "FK_CollectivitesContacts_Collectivites_CollectiviteId",
                        column: x => x.CollectiviteId,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesEffectifs",
                columns: table => new
                {
                    Annee = table.Column<int>(type: "INTEGER", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agents = table.Column<int>(type: "INTEGER", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DeclareLe = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesEffectifs", x => new { x.CollectiviteId, x.Annee });
                    table.CheckConstraint("CK_CollectivitesEffectifs_Definition_Longueur", "length(\"Definition\") <= 200");
                    table.CheckConstraint("CK_CollectivitesEffectifs_Source_Longueur", "length(\"Source\") <= 200");
                    table.ForeignKey(
                        name: "FK_CollectivitesEffectifs_Collectivites_CollectiviteId",
                        column: x => x.CollectiviteId,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesPopulations",
                columns: table => new
                {
                    Annee = table.Column<int>(type: "INTEGER", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Totale = table.Column<int>(type: "INTEGER", nullable: true),
                    Municipale = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesPopulations", x => new { x.CollectiviteId, x.Annee });
                    table.CheckConstraint("CK_CollectivitesPopulations_Source_Longueur", "length(\"Source\") <= 200");
                    table.ForeignKey(
                        name: "FK_CollectivitesPopulations_Collectivites_CollectiviteId",
                        column: x => x.CollectiviteId,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeCollectivitesLignes",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    Cle = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AEcrire = table.Column<bool>(type: "INTEGER", nullable: false),
                    Cellules = table.Column<string>(type: "TEXT", nullable: false),
                    Messages = table.Column<string>(type: "TEXT", nullable: false),
                    Cible = table.Column<string>(type: "TEXT", nullable: true),
                    Fiche = table.Column<Guid>(type: "TEXT", nullable: true),
                    VersionLue = table.Column<int>(type: "INTEGER", nullable: true),
                    Avant = table.Column<string>(type: "TEXT", nullable: true),
                    VersionEcrite = table.Column<int>(type: "INTEGER", nullable: true),
                    Sort = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeCollectivitesLignes", x => new { x.Import, x.Numero });
                    table.CheckConstraint("CK_ImportsDeCollectivitesLignes_Cle_Longueur", "length(\"Cle\") <= 100");
                    table.CheckConstraint("CK_ImportsDeCollectivitesLignes_Etat_Longueur", "length(\"Etat\") <= 20");
                    table.CheckConstraint("CK_ImportsDeCollectivitesLignes_Motif_Longueur", "length(\"Motif\") <= 1000");
                    table.CheckConstraint("CK_ImportsDeCollectivitesLignes_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.ForeignKey(
                        name: "FK_ImportsDeCollectivitesLignes_ImportsDeCollectivites_Import",
                        column: x => x.Import,
                        principalTable: "ImportsDeCollectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeCollectivitesRefus",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    Contenu = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeCollectivitesRefus", x => x.Import);
                    table.ForeignKey(
                        name: "FK_ImportsDeCollectivitesRefus_ImportsDeCollectivites_Import",
                        column: x => x.Import,
                        principalTable: "ImportsDeCollectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Travaux",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Parametres = table.Column<string>(type: "TEXT", nullable: false),
                    AuteurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuteurNom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Droit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fait = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Etape = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PieceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Erreur = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AnnulationDemandee = table.Column<bool>(type: "INTEGER", nullable: false),
                    Essais = table.Column<int>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CommenceLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    TermineLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ExpireLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Travaux", x => x.Id);
                    table.CheckConstraint("CK_Travaux_AuteurNom_Longueur", "length(\"AuteurNom\") <= 200");
                    table.CheckConstraint("CK_Travaux_Droit_Longueur", "length(\"Droit\") <= 60");
                    table.CheckConstraint("CK_Travaux_Erreur_Longueur", "length(\"Erreur\") <= 1000");
                    table.CheckConstraint("CK_Travaux_Etape_Longueur", "length(\"Etape\") <= 200");
                    table.CheckConstraint("CK_Travaux_Libelle_Longueur", "length(\"Libelle\") <= 200");
                    table.CheckConstraint("CK_Travaux_Reference_Longueur", "length(\"Reference\") <= 20");
                    table.CheckConstraint("CK_Travaux_Type_Longueur", "length(\"Type\") <= 80");
                    table.ForeignKey(
                        name: "FK_Travaux_Pieces_PieceId",
                        column: x => x.PieceId,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.CheckConstraint("CK_AspNetUserLogins_LoginProvider_Longueur", "length(\"LoginProvider\") <= 128");
                    table.CheckConstraint("CK_AspNetUserLogins_ProviderKey_Longueur", "length(\"ProviderKey\") <= 128");
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.CheckConstraint("CK_AspNetUserTokens_LoginProvider_Longueur", "length(\"LoginProvider\") <= 128");
                    table.CheckConstraint("CK_AspNetUserTokens_Name_Longueur", "length(\"Name\") <= 128");
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Utilisateurs_UserId",
                        column: x => x.UserId,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Acte = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Du = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Au = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.CheckConstraint("CK_Delegations_Acte_Longueur", "length(\"Acte\") <= 200");
                    table.CheckConstraint("CK_Delegations_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.ForeignKey(
                        name: "FK_Delegations_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegations_Utilisateurs_Utilisateur",
                        column: x => x.Utilisateur,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Groupements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CleDeTri = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Coordonnateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Millesime = table.Column<int>(type: "INTEGER", nullable: true),
                    EstPermanent = table.Column<bool>(type: "INTEGER", nullable: false),
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    Suppleant = table.Column<Guid>(type: "TEXT", nullable: true),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groupements", x => x.Id);
                    table.CheckConstraint("CK_Groupements_CleDeTri_Longueur", "length(\"CleDeTri\") <= 400");
                    table.CheckConstraint("CK_Groupements_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_Groupements_Objet_Longueur", "length(\"Objet\") <= 2000");
                    table.ForeignKey(
                        name: "FK_Groupements_Collectivites_Coordonnateur",
                        column: x => x.Coordonnateur,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Groupements_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Groupements_Utilisateurs_Suppleant",
                        column: x => x.Suppleant,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CollectivitesMandats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CollectiviteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Qualite = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Debut = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Fin = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deliberation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DateDeLaDeliberation = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectivitesMandats", x => new { x.CollectiviteId, x.ContactId, x.Id });
                    table.CheckConstraint("CK_CollectivitesMandats_Deliberation_Longueur", "length(\"Deliberation\") <= 200");
                    table.CheckConstraint("CK_CollectivitesMandats_Qualite_Longueur", "length(\"Qualite\") <= 200");
                    table.ForeignKey(
                        name: "FK_CollectivitesMandats_CollectivitesContacts_CollectiviteId_ContactId",
                        columns: x => new { x.CollectiviteId, x.ContactId },
                        principalTable: "CollectivitesContacts",
                        principalColumns: new[] { "CollectiviteId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Adhesions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Entree = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sortie = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MotifDeSortie = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adhesions", x => x.Id);
                    table.CheckConstraint("CK_Adhesions_MotifDeSortie_Longueur", "length(\"MotifDeSortie\") <= 500");
                    table.ForeignKey(
                        name: "FK_Adhesions_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Adhesions_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Campagnes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exercice = table.Column<int>(type: "INTEGER", nullable: false),
                    Intitule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Consigne = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Ouverture = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Cloture = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClotureLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Periode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DureeEnAnnees = table.Column<int>(type: "INTEGER", nullable: false),
                    LancementPrevu = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Precedente = table.Column<Guid>(type: "TEXT", nullable: true),
                    VersionDuCatalogue = table.Column<int>(type: "INTEGER", nullable: false),
                    DernierNumeroDeLigne = table.Column<int>(type: "INTEGER", nullable: false),
                    Gels = table.Column<int>(type: "INTEGER", nullable: false),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    Suppleant = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campagnes", x => x.Id);
                    table.CheckConstraint("CK_Campagnes_Consigne_Longueur", "length(\"Consigne\") <= 4000");
                    table.CheckConstraint("CK_Campagnes_Intitule_Longueur", "length(\"Intitule\") <= 200");
                    table.CheckConstraint("CK_Campagnes_Reference_Longueur", "length(\"Reference\") <= 20");
                    table.ForeignKey(
                        name: "FK_Campagnes_Campagnes_Precedente",
                        column: x => x.Precedente,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Campagnes_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Campagnes_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Campagnes_Utilisateurs_Suppleant",
                        column: x => x.Suppleant,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupementsLots",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Intitule = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Cpv = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EstRetire = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupementsLots", x => new { x.GroupementId, x.Numero });
                    table.CheckConstraint("CK_GroupementsLots_Intitule_Longueur", "length(\"Intitule\") <= 300");
                    table.ForeignKey(
                        name: "FK_GroupementsLots_Groupements_GroupementId",
                        column: x => x.GroupementId,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GroupementsPrestations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unite = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Ordre = table.Column<int>(type: "INTEGER", nullable: false),
                    EstRetiree = table.Column<bool>(type: "INTEGER", nullable: false),
                    GroupementId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupementsPrestations", x => x.Id);
                    table.CheckConstraint("CK_GroupementsPrestations_Code_Longueur", "length(\"Code\") <= 20");
                    table.CheckConstraint("CK_GroupementsPrestations_Libelle_Longueur", "length(\"Libelle\") <= 200");
                    table.CheckConstraint("CK_GroupementsPrestations_Unite_Longueur", "length(\"Unite\") <= 40");
                    table.ForeignKey(
                        name: "FK_GroupementsPrestations_Groupements_GroupementId",
                        column: x => x.GroupementId,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Procedures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CleDeTri = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreeeLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LanceeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TermineeLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    Suppleant = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedures", x => x.Id);
                    table.CheckConstraint("CK_Procedures_CleDeTri_Longueur", "length(\"CleDeTri\") <= 500");
                    table.CheckConstraint("CK_Procedures_Objet_Longueur", "length(\"Objet\") <= 500");
                    table.ForeignKey(
                        name: "FK_Procedures_Groupements_Groupement",
                        column: x => x.Groupement,
                        principalTable: "Groupements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Procedures_Utilisateurs_Responsable",
                        column: x => x.Responsable,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Procedures_Utilisateurs_Suppleant",
                        column: x => x.Suppleant,
                        principalTable: "Utilisateurs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AdhesionsChoix",
                columns: table => new
                {
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Du = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AdhesionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Au = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdhesionsChoix", x => new { x.AdhesionId, x.Prestation, x.Du });
                    table.ForeignKey(
                        name: "FK_AdhesionsChoix_Adhesions_AdhesionId",
                        column: x => x.AdhesionId,
                        principalTable: "Adhesions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampagnesLots",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    CampagneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Intitule = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesLots", x => new { x.CampagneId, x.Numero });
                    table.CheckConstraint("CK_CampagnesLots_Intitule_Longueur", "length(\"Intitule\") <= 300");
                    table.ForeignKey(
                        name: "FK_CampagnesLots_Campagnes_CampagneId",
                        column: x => x.CampagneId,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampagnesPrestations",
                columns: table => new
                {
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampagneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ordre = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampagnesPrestations", x => new { x.CampagneId, x.Prestation });
                    table.CheckConstraint("CK_CampagnesPrestations_Code_Longueur", "length(\"Code\") <= 20");
                    table.CheckConstraint("CK_CampagnesPrestations_Libelle_Longueur", "length(\"Libelle\") <= 200");
                    table.ForeignKey(
                        name: "FK_CampagnesPrestations_Campagnes_CampagneId",
                        column: x => x.CampagneId,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consolidations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Campagne = table.Column<Guid>(type: "TEXT", nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    GeleeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    GeleePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NonDecides = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    NombreDeNonDecides = table.Column<int>(type: "INTEGER", nullable: false),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consolidations", x => x.Id);
                    table.CheckConstraint("CK_Consolidations_GeleePar_Longueur", "length(\"GeleePar\") <= 200");
                    table.CheckConstraint("CK_Consolidations_Motif_Longueur", "length(\"Motif\") <= 1000");
                    table.CheckConstraint("CK_Consolidations_NonDecides_Longueur", "length(\"NonDecides\") <= 8000");
                    table.ForeignKey(
                        name: "FK_Consolidations_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportsDeRecensement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Campagne = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: true),
                    Depot = table.Column<Guid>(type: "TEXT", nullable: true),
                    PieceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NomDuFichier = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Refus = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Contenu = table.Column<string>(type: "TEXT", nullable: true),
                    VersionLue = table.Column<int>(type: "INTEGER", nullable: false),
                    Nouvelles = table.Column<int>(type: "INTEGER", nullable: false),
                    Modifiees = table.Column<int>(type: "INTEGER", nullable: false),
                    Inchangees = table.Column<int>(type: "INTEGER", nullable: false),
                    Avertissements = table.Column<int>(type: "INTEGER", nullable: false),
                    Erreurs = table.Column<int>(type: "INTEGER", nullable: false),
                    Neants = table.Column<int>(type: "INTEGER", nullable: false),
                    Ecrites = table.Column<int>(type: "INTEGER", nullable: false),
                    Ecartees = table.Column<int>(type: "INTEGER", nullable: false),
                    ActeurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActeurNom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    AppliqueLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AppliquePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AnnuleLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportsDeRecensement", x => x.Id);
                    table.CheckConstraint("CK_ImportsDeRecensement_ActeurNom_Longueur", "length(\"ActeurNom\") <= 200");
                    table.CheckConstraint("CK_ImportsDeRecensement_AppliquePar_Longueur", "length(\"AppliquePar\") <= 200");
                    table.CheckConstraint("CK_ImportsDeRecensement_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                    table.CheckConstraint("CK_ImportsDeRecensement_NomDuFichier_Longueur", "length(\"NomDuFichier\") <= 255");
                    table.CheckConstraint("CK_ImportsDeRecensement_Refus_Longueur", "length(\"Refus\") <= 2000");
                    table.ForeignKey(
                        name: "FK_ImportsDeRecensement_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportsDeRecensement_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportsDeRecensement_Pieces_PieceId",
                        column: x => x.PieceId,
                        principalTable: "Pieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LignesDeCatalogue",
                columns: table => new
                {
                    Campagne = table.Column<Guid>(type: "TEXT", nullable: false),
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    NumeroDeLot = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordre = table.Column<int>(type: "INTEGER", nullable: false),
                    Designation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Unite = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PrixUnitaireEstime = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Demandes = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    VersionDAjout = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionDeModification = table.Column<int>(type: "INTEGER", nullable: false),
                    RetireeALaVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    LigneN1 = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LignesDeCatalogue", x => new { x.Campagne, x.Numero });
                    table.CheckConstraint("CK_LignesDeCatalogue_Designation_Longueur", "length(\"Designation\") <= 300");
                    table.CheckConstraint("CK_LignesDeCatalogue_Unite_Longueur", "length(\"Unite\") <= 40");
                    table.ForeignKey(
                        name: "FK_LignesDeCatalogue_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reponses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Campagne = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OuverteJusqua = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DelaiPersonnel = table.Column<bool>(type: "INTEGER", nullable: false),
                    DelaiAccorde = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MotifDeReouverture = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RepondueLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ReponduePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    QualiteDuValidateur = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NumeroDeRecu = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Piece = table.Column<Guid>(type: "TEXT", nullable: true),
                    VersionDuCatalogue = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reponses", x => x.Id);
                    table.CheckConstraint("CK_Reponses_Motif_Longueur", "length(\"Motif\") <= 1000");
                    table.CheckConstraint("CK_Reponses_MotifDeReouverture_Longueur", "length(\"MotifDeReouverture\") <= 1000");
                    table.CheckConstraint("CK_Reponses_NumeroDeRecu_Longueur", "length(\"NumeroDeRecu\") <= 24");
                    table.CheckConstraint("CK_Reponses_QualiteDuValidateur_Longueur", "length(\"QualiteDuValidateur\") <= 120");
                    table.CheckConstraint("CK_Reponses_ReponduePar_Longueur", "length(\"ReponduePar\") <= 200");
                    table.ForeignKey(
                        name: "FK_Reponses_Campagnes_Campagne",
                        column: x => x.Campagne,
                        principalTable: "Campagnes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reponses_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresLots",
                columns: table => new
                {
                    Numero = table.Column<int>(type: "INTEGER", nullable: false),
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Intitule = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    LotDuGroupement = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresLots", x => new { x.ProcedureId, x.Numero });
                    table.CheckConstraint("CK_ProceduresLots_Intitule_Longueur", "length(\"Intitule\") <= 300");
                    table.ForeignKey(
                        name: "FK_ProceduresLots_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceduresMembres",
                columns: table => new
                {
                    ProcedureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lot = table.Column<int>(type: "INTEGER", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CleDeTri = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceduresMembres", x => new { x.ProcedureId, x.Lot, x.Collectivite });
                    table.CheckConstraint("CK_ProceduresMembres_CleDeTri_Longueur", "length(\"CleDeTri\") <= 400");
                    table.CheckConstraint("CK_ProceduresMembres_Nom_Longueur", "length(\"Nom\") <= 300");
                    table.CheckConstraint("CK_ProceduresMembres_Siret_Longueur", "length(\"Siret\") <= 14");
                    table.ForeignKey(
                        name: "FK_ProceduresMembres_Collectivites_Collectivite",
                        column: x => x.Collectivite,
                        principalTable: "Collectivites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProceduresMembres_Procedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "Procedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsolidationsCatalogue",
                columns: table => new
                {
                    Consolidation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ligne = table.Column<int>(type: "INTEGER", nullable: false),
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    NumeroDeLot = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordre = table.Column<int>(type: "INTEGER", nullable: false),
                    Designation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Unite = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PrixUnitaireEstime = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Demandes = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsolidationsCatalogue", x => new { x.Consolidation, x.Ligne });
                    table.CheckConstraint("CK_ConsolidationsCatalogue_Designation_Longueur", "length(\"Designation\") <= 300");
                    table.CheckConstraint("CK_ConsolidationsCatalogue_Unite_Longueur", "length(\"Unite\") <= 40");
                    table.ForeignKey(
                        name: "FK_ConsolidationsCatalogue_Consolidations_Consolidation",
                        column: x => x.Consolidation,
                        principalTable: "Consolidations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsolidationsLignes",
                columns: table => new
                {
                    Consolidation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reponse = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ligne = table.Column<int>(type: "INTEGER", nullable: false),
                    MinimumMilliemes = table.Column<long>(type: "INTEGER", nullable: true),
                    EstimeMilliemes = table.Column<long>(type: "INTEGER", nullable: true),
                    MaximumMilliemes = table.Column<long>(type: "INTEGER", nullable: true),
                    MontantHtCentimes = table.Column<long>(type: "INTEGER", nullable: true),
                    FinDeContrat = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Imputation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Commentaire = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsolidationsLignes", x => new { x.Consolidation, x.Reponse, x.Ligne });
                    table.CheckConstraint("CK_ConsolidationsLignes_Commentaire_Longueur", "length(\"Commentaire\") <= 1000");
                    table.CheckConstraint("CK_ConsolidationsLignes_Imputation_Longueur", "length(\"Imputation\") <= 60");
                    table.ForeignKey(
                        name: "FK_ConsolidationsLignes_Consolidations_Consolidation",
                        column: x => x.Consolidation,
                        principalTable: "Consolidations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsolidationsReponses",
                columns: table => new
                {
                    Consolidation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reponse = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prestation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsolidationsReponses", x => new { x.Consolidation, x.Reponse });
                    table.CheckConstraint("CK_ConsolidationsReponses_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_ConsolidationsReponses_Siret_Longueur", "length(\"Siret\") <= 14");
                    table.ForeignKey(
                        name: "FK_ConsolidationsReponses_Consolidations_Consolidation",
                        column: x => x.Consolidation,
                        principalTable: "Consolidations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LignesDeReponse",
                columns: table => new
                {
                    Reponse = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ligne = table.Column<int>(type: "INTEGER", nullable: false),
                    MinimumMilliemes = table.Column<long>(type: "INTEGER", nullable: true),
                    EstimeMilliemes = table.Column<long>(type: "INTEGER", nullable: true),
                    MaximumMilliemes = table.Column<long>(type: "INTEGER", nullable: true),
                    MontantHtCentimes = table.Column<long>(type: "INTEGER", nullable: true),
                    FinDeContrat = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Imputation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Commentaire = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Justification = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ModifieLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ModifiePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LignesDeReponse", x => new { x.Reponse, x.Ligne });
                    table.CheckConstraint("CK_LignesDeReponse_Commentaire_Longueur", "length(\"Commentaire\") <= 1000");
                    table.CheckConstraint("CK_LignesDeReponse_Imputation_Longueur", "length(\"Imputation\") <= 60");
                    table.CheckConstraint("CK_LignesDeReponse_Justification_Longueur", "length(\"Justification\") <= 500");
                    table.CheckConstraint("CK_LignesDeReponse_ModifiePar_Longueur", "length(\"ModifiePar\") <= 200");
                    table.ForeignKey(
                        name: "FK_LignesDeReponse_Reponses_Reponse",
                        column: x => x.Reponse,
                        principalTable: "Reponses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AspNetRoles",
                columns: new[] { "Id", "ConcurrencyStamp", "Name", "NormalizedName" },
                values: new object[,]
                {
                    { new Guid("0195f000-0000-7000-9000-000000000001"), "0195f000-0000-7000-9000-000000000001", "Administrateur", "ADMINISTRATEUR" },
                    { new Guid("0195f000-0000-7000-9000-000000000002"), "0195f000-0000-7000-9000-000000000002", "Gestionnaire", "GESTIONNAIRE" },
                    { new Guid("0195f000-0000-7000-9000-000000000003"), "0195f000-0000-7000-9000-000000000003", "Finances", "FINANCES" },
                    { new Guid("0195f000-0000-7000-9000-000000000004"), "0195f000-0000-7000-9000-000000000004", "Lecture", "LECTURE" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Adhesions_Collectivite",
                table: "Adhesions",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Adhesions_Groupement_Collectivite_Entree",
                table: "Adhesions",
                columns: new[] { "Groupement", "Collectivite", "Entree" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdhesionsChoix_Prestation",
                table: "AdhesionsChoix",
                column: "Prestation");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_Brouillons_ModifieLe",
                table: "Brouillons",
                column: "ModifieLe");

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Etat_ClotureLe",
                table: "Campagnes",
                columns: new[] { "Etat", "ClotureLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Groupement_Exercice",
                table: "Campagnes",
                columns: new[] { "Groupement", "Exercice" });

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Precedente",
                table: "Campagnes",
                column: "Precedente");

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Reference",
                table: "Campagnes",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Responsable",
                table: "Campagnes",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_Campagnes_Suppleant",
                table: "Campagnes",
                column: "Suppleant");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueNational_CleDeTri",
                table: "CatalogueNational",
                column: "CleDeTri");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueNational_Siren",
                table: "CatalogueNational",
                column: "Siren");

            migrationBuilder.CreateIndex(
                name: "IX_Collectivites_CleDeTri",
                table: "Collectivites",
                column: "CleDeTri");

            migrationBuilder.CreateIndex(
                name: "IX_Collectivites_Parent",
                table: "Collectivites",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_Collectivites_Siren",
                table: "Collectivites",
                column: "Siren");

            migrationBuilder.CreateIndex(
                name: "IX_Collectivites_Siret",
                table: "Collectivites",
                column: "Siret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consolidations_Campagne_Numero",
                table: "Consolidations",
                columns: new[] { "Campagne", "Numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_Collectivite_Utilisateur",
                table: "Delegations",
                columns: new[] { "Collectivite", "Utilisateur" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_Utilisateur",
                table: "Delegations",
                column: "Utilisateur");

            migrationBuilder.CreateIndex(
                name: "IX_DemandesDeCompte_DeposeeLe",
                table: "DemandesDeCompte",
                column: "DeposeeLe");

            migrationBuilder.CreateIndex(
                name: "IX_DemandesDeCompte_Etat_Collectivite",
                table: "DemandesDeCompte",
                columns: new[] { "Etat", "Collectivite" });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_DeposeLe",
                table: "EnvoisDeCourriel",
                column: "DeposeLe");

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_Etat_ProchainEssai",
                table: "EnvoisDeCourriel",
                columns: new[] { "Etat", "ProchainEssai" });

            migrationBuilder.CreateIndex(
                name: "IX_EnvoisDeCourriel_ObjetType_ObjetId",
                table: "EnvoisDeCourriel",
                columns: new[] { "ObjetType", "ObjetId" });

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_CleDeTri",
                table: "Groupements",
                column: "CleDeTri");

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Coordonnateur",
                table: "Groupements",
                column: "Coordonnateur");

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Reference",
                table: "Groupements",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Responsable",
                table: "Groupements",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_Groupements_Suppleant",
                table: "Groupements",
                column: "Suppleant");

            migrationBuilder.CreateIndex(
                name: "IX_GroupementsLots_Prestation",
                table: "GroupementsLots",
                column: "Prestation");

            migrationBuilder.CreateIndex(
                name: "IX_GroupementsPrestations_GroupementId_Code",
                table: "GroupementsPrestations",
                columns: new[] { "GroupementId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeCollectivites_PrepareLe",
                table: "ImportsDeCollectivites",
                column: "PrepareLe");

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeRecensement_Campagne_Depot",
                table: "ImportsDeRecensement",
                columns: new[] { "Campagne", "Depot" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeRecensement_Collectivite_Campagne",
                table: "ImportsDeRecensement",
                columns: new[] { "Collectivite", "Campagne" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeRecensement_CreeLe",
                table: "ImportsDeRecensement",
                column: "CreeLe");

            migrationBuilder.CreateIndex(
                name: "IX_ImportsDeRecensement_PieceId",
                table: "ImportsDeRecensement",
                column: "PieceId");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_Instant",
                table: "Journal",
                column: "Instant");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_ObjetType_ObjetId_Instant",
                table: "Journal",
                columns: new[] { "ObjetType", "ObjetId", "Instant" });

            migrationBuilder.CreateIndex(
                name: "IX_LiensDeCompte_Empreinte",
                table: "LiensDeCompte",
                column: "Empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiensDeCompte_Utilisateur_CreeLe",
                table: "LiensDeCompte",
                columns: new[] { "Utilisateur", "CreeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_LiensPersonnels_CibleType_CibleId",
                table: "LiensPersonnels",
                columns: new[] { "CibleType", "CibleId" });

            migrationBuilder.CreateIndex(
                name: "IX_LiensPersonnels_Empreinte",
                table: "LiensPersonnels",
                column: "Empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Destinataire_CreeeLe",
                table: "Notifications",
                columns: new[] { "Destinataire", "CreeeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Destinataire_LueLe",
                table: "Notifications",
                columns: new[] { "Destinataire", "LueLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Pieces_Sha256",
                table: "Pieces",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Groupement_LanceeLe",
                table: "Procedures",
                columns: new[] { "Groupement", "LanceeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Reference",
                table: "Procedures",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Responsable",
                table: "Procedures",
                column: "Responsable");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_Suppleant",
                table: "Procedures",
                column: "Suppleant");

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresLots_Prestation",
                table: "ProceduresLots",
                column: "Prestation");

            migrationBuilder.CreateIndex(
                name: "IX_ProceduresMembres_Collectivite",
                table: "ProceduresMembres",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Rattachements_Collectivite",
                table: "Rattachements",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Rattachements_Utilisateur",
                table: "Rattachements",
                column: "Utilisateur");

            migrationBuilder.CreateIndex(
                name: "IX_Reponses_Campagne_Collectivite_Prestation",
                table: "Reponses",
                columns: new[] { "Campagne", "Collectivite", "Prestation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reponses_Campagne_Prestation_Etat",
                table: "Reponses",
                columns: new[] { "Campagne", "Prestation", "Etat" });

            migrationBuilder.CreateIndex(
                name: "IX_Reponses_Collectivite",
                table: "Reponses",
                column: "Collectivite");

            migrationBuilder.CreateIndex(
                name: "IX_Travaux_AuteurId_CreeLe",
                table: "Travaux",
                columns: new[] { "AuteurId", "CreeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Travaux_Etat_CreeLe",
                table: "Travaux",
                columns: new[] { "Etat", "CreeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Travaux_ExpireLe",
                table: "Travaux",
                column: "ExpireLe");

            migrationBuilder.CreateIndex(
                name: "IX_Travaux_PieceId",
                table: "Travaux",
                column: "PieceId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Utilisateurs",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Utilisateurs",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ValeursDatees_Code_Debut",
                table: "ValeursDatees",
                columns: new[] { "Code", "Debut" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdhesionsChoix");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Baux");

            migrationBuilder.DropTable(
                name: "Brouillons");

            migrationBuilder.DropTable(
                name: "CampagnesLots");

            migrationBuilder.DropTable(
                name: "CampagnesPrestations");

            migrationBuilder.DropTable(
                name: "CatalogueNational");

            migrationBuilder.DropTable(
                name: "ClesDeProtection");

            migrationBuilder.DropTable(
                name: "CollectivitesAffiliations");

            migrationBuilder.DropTable(
                name: "CollectivitesEffectifs");

            migrationBuilder.DropTable(
                name: "CollectivitesMandats");

            migrationBuilder.DropTable(
                name: "CollectivitesPopulations");

            migrationBuilder.DropTable(
                name: "Compteurs");

            migrationBuilder.DropTable(
                name: "ConsolidationsCatalogue");

            migrationBuilder.DropTable(
                name: "ConsolidationsLignes");

            migrationBuilder.DropTable(
                name: "ConsolidationsReponses");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "DemandesDeCompte");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourriel");

            migrationBuilder.DropTable(
                name: "GroupementsLots");

            migrationBuilder.DropTable(
                name: "GroupementsPrestations");

            migrationBuilder.DropTable(
                name: "ImportsDeCollectivitesLignes");

            migrationBuilder.DropTable(
                name: "ImportsDeCollectivitesRefus");

            migrationBuilder.DropTable(
                name: "ImportsDeRecensement");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "LiensDeCompte");

            migrationBuilder.DropTable(
                name: "LiensPersonnels");

            migrationBuilder.DropTable(
                name: "LignesDeCatalogue");

            migrationBuilder.DropTable(
                name: "LignesDeReponse");

            migrationBuilder.DropTable(
                name: "LimitesDePerimetre");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "ProceduresLots");

            migrationBuilder.DropTable(
                name: "ProceduresMembres");

            migrationBuilder.DropTable(
                name: "Rattachements");

            migrationBuilder.DropTable(
                name: "ReferencesChargees");

            migrationBuilder.DropTable(
                name: "ReglagesGeneraux");

            migrationBuilder.DropTable(
                name: "Travaux");

            migrationBuilder.DropTable(
                name: "ValeursDatees");

            migrationBuilder.DropTable(
                name: "Adhesions");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "CollectivitesContacts");

            migrationBuilder.DropTable(
                name: "Consolidations");

            migrationBuilder.DropTable(
                name: "ImportsDeCollectivites");

            migrationBuilder.DropTable(
                name: "Reponses");

            migrationBuilder.DropTable(
                name: "Procedures");

            migrationBuilder.DropTable(
                name: "Pieces");

            migrationBuilder.DropTable(
                name: "Campagnes");

            migrationBuilder.DropTable(
                name: "Groupements");

            migrationBuilder.DropTable(
                name: "Collectivites");

            migrationBuilder.DropTable(
                name: "Utilisateurs");
        }
    }
}
