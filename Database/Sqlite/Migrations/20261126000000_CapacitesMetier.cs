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

            migrationBuilder.AddColumn<bool>(
                name: "EstClasse",
                table: "EnvoisDeCourriel",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                name: "Courriers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Numero = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EnregistreLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PosteLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RetourAttenduLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ObjetType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ObjetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: true),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    Piece = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Courriers", x => x.Id);
                    table.CheckConstraint("CK_Courriers_CleDeRecherche_Longueur", "length(\"CleDeRecherche\") <= 1000");
                    table.CheckConstraint("CK_Courriers_Numero_Longueur", "length(\"Numero\") <= 20");
                    table.CheckConstraint("CK_Courriers_Objet_Longueur", "length(\"Objet\") <= 300");
                    table.CheckConstraint("CK_Courriers_ObjetType_Longueur", "length(\"ObjetType\") <= 60");
                    table.ForeignKey(
                        name: "FK_Courriers_Pieces_Piece",
                        column: x => x.Piece,
                        principalTable: "Pieces",
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
                name: "ExecutionsDeTache",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CommenceeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    TermineeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AReussi = table.Column<bool>(type: "INTEGER", nullable: false),
                    Resultat = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExecutionsDeTache", x => x.Nom);
                    table.CheckConstraint("CK_ExecutionsDeTache_Nom_Longueur", "length(\"Nom\") <= 60");
                    table.CheckConstraint("CK_ExecutionsDeTache_Resultat_Longueur", "length(\"Resultat\") <= 500");
                });

            migrationBuilder.CreateTable(
                name: "Installations",
                columns: table => new
                {
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ConfirmeeLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ConfirmeePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Installations", x => x.Empreinte);
                    table.CheckConstraint("CK_Installations_ConfirmeePar_Longueur", "length(\"ConfirmeePar\") <= 200");
                    table.CheckConstraint("CK_Installations_Description_Longueur", "length(\"Description\") <= 400");
                    table.CheckConstraint("CK_Installations_Empreinte_Longueur", "length(\"Empreinte\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "ModelesDeCourriel",
                columns: table => new
                {
                    Cle = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Texte = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ModifiePar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelesDeCourriel", x => x.Cle);
                    table.CheckConstraint("CK_ModelesDeCourriel_Cle_Longueur", "length(\"Cle\") <= 80");
                    table.CheckConstraint("CK_ModelesDeCourriel_ModifiePar_Longueur", "length(\"ModifiePar\") <= 200");
                    table.CheckConstraint("CK_ModelesDeCourriel_Objet_Longueur", "length(\"Objet\") <= 300");
                    table.CheckConstraint("CK_ModelesDeCourriel_Texte_Longueur", "length(\"Texte\") <= 8000");
                });

            migrationBuilder.CreateTable(
                name: "RecensementsRelances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Campagne = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    Adresse = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Echelon = table.Column<int>(type: "INTEGER", nullable: false),
                    Jour = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Envoi = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecensementsRelances", x => x.Id);
                    table.CheckConstraint("CK_RecensementsRelances_Adresse_Longueur", "length(\"Adresse\") <= 254");
                    table.CheckConstraint("CK_RecensementsRelances_Nom_Longueur", "length(\"Nom\") <= 200");
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
                    Utilisateur = table.Column<Guid>(type: "TEXT", nullable: false),
                    Evenement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusDeCourriels", x => new { x.Utilisateur, x.Evenement });
                    table.CheckConstraint("CK_RefusDeCourriels_Evenement_Longueur", "length(\"Evenement\") <= 40");
                });

            migrationBuilder.CreateTable(
                name: "Transmissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Groupement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Objet = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CleDeRecherche = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Texte = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    RecueLe = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ATransmettreAvant = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TransmiseLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    JoursOuvres = table.Column<int>(type: "INTEGER", nullable: true),
                    Membres = table.Column<int>(type: "INTEGER", nullable: false),
                    MotifDAbandon = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ObjetType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ObjetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Piece = table.Column<Guid>(type: "TEXT", nullable: true),
                    Responsable = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transmissions", x => x.Id);
                    table.CheckConstraint("CK_Transmissions_CleDeRecherche_Longueur", "length(\"CleDeRecherche\") <= 600");
                    table.CheckConstraint("CK_Transmissions_MotifDAbandon_Longueur", "length(\"MotifDAbandon\") <= 500");
                    table.CheckConstraint("CK_Transmissions_Objet_Longueur", "length(\"Objet\") <= 300");
                    table.CheckConstraint("CK_Transmissions_ObjetType_Longueur", "length(\"ObjetType\") <= 60");
                    table.CheckConstraint("CK_Transmissions_Texte_Longueur", "length(\"Texte\") <= 8000");
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
                name: "CourriersDestinataires",
                columns: table => new
                {
                    Rang = table.Column<int>(type: "INTEGER", nullable: false),
                    CourrierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Adresse = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: true),
                    NumeroDAccuse = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PremierePresentation = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemisLe = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Issue = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Accuse = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourriersDestinataires", x => new { x.CourrierId, x.Rang });
                    table.CheckConstraint("CK_CourriersDestinataires_Adresse_Longueur", "length(\"Adresse\") <= 500");
                    table.CheckConstraint("CK_CourriersDestinataires_Nom_Longueur", "length(\"Nom\") <= 200");
                    table.CheckConstraint("CK_CourriersDestinataires_NumeroDAccuse_Longueur", "length(\"NumeroDAccuse\") <= 40");
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
                name: "TransmissionsMembres",
                columns: table => new
                {
                    Transmission = table.Column<Guid>(type: "TEXT", nullable: false),
                    Collectivite = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParCourrier = table.Column<bool>(type: "INTEGER", nullable: false),
                    LuLe = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    LuPar = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransmissionsMembres", x => new { x.Transmission, x.Collectivite });
                    table.CheckConstraint("CK_TransmissionsMembres_LuPar_Longueur", "length(\"LuPar\") <= 200");
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CourriersDestinataires");

            migrationBuilder.DropTable(
                name: "Echeances");

            migrationBuilder.DropTable(
                name: "EnvoisDeCourrielPieces");

            migrationBuilder.DropTable(
                name: "ExecutionsDeTache");

            migrationBuilder.DropTable(
                name: "Installations");

            migrationBuilder.DropTable(
                name: "ModelesDeCourriel");

            migrationBuilder.DropTable(
                name: "RecensementsRelances");

            migrationBuilder.DropTable(
                name: "RefusDeCourriels");

            migrationBuilder.DropTable(
                name: "TransmissionsMembres");

            migrationBuilder.DropTable(
                name: "Courriers");

            migrationBuilder.DropTable(
                name: "Transmissions");

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
                name: "EstClasse",
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
