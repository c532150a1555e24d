using System.Text.Json;
using CdgMarches.App.Marches;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Tests.Marches;

/// <summary>Les données essentielles, tenues par le schéma officiel.</summary>
public sealed class DonneesEssentiellesTests
{
    private const string Siret = "26620003500018";
    private static readonly DateOnly Publication = new(2026, 7, 20);

    private static readonly SaisieDeDonneesEssentielles Complete = new()
    {
        Ccag = "Techniques de l'information et de la communication",
        ModaliteExecution = "Bons de commande",
        MarcheInnovant = false,
        OffresRecues = 3,
        AttributionAvance = true,
        TauxAvance = 0.05m,
        TypeGroupementOperateurs = "Pas de groupement",
        LieuCode = "62",
        LieuTypeCode = "Code département",
        TypePrix = "Définitif révisable",
        FormePrix = "Unitaire",
        ConsiderationSociale = "Clause sociale",
        ConsiderationEnvironnementale = "Pas de considération environnementale",
    };

    [Fact]
    public void Un_marche_complet_est_pret_et_le_schema_officiel_n_y_trouve_rien_a_redire()
    {
        var marche = AvecCpv();
        marche.RenseignerLesDonneesEssentielles(Complete.EnJson());
        marche.PublierLesDonneesEssentielles(Publication);
        marche.Modifier(
            new ProjetDAvenant(CasDAvenant.FaibleMontant, "Ajout", MontantHt.DEuros(100m), new DateOnly(2026, 8, 1)),
            MarchesDEssai.Plafonds
        );

        var donnees = DonneesEssentielles.Composer(marche, ReferenceDeSiret(), Publication);

        Assert.All(donnees.Champs, c => Assert.Null(c.Probleme));
        Assert.Equal("Prêt", donnees.Etat);
        Assert.Empty(SchemaJson.Officiel.Controler(JsonDocument.Parse(donnees.Json).RootElement));
        Assert.Contains("\"modifications\"", donnees.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Les_actes_de_sous_traitance_et_les_modifications_suivent_le_schema_et_un_acte_incomplet_le_dit()
    {
        var marche = AvecCpv();
        marche.RenseignerLesDonneesEssentielles(Complete.EnJson());
        var silence = new CalculDeDate(new DateOnly(2026, 7, 22), "", "", "");
        var acte = new DemandeDeSousTraitance(
            "Réseaux du Nord",
            "73282932000074",
            "Hébergement",
            MontantTtc.DEuros(12_000m),
            new DateOnly(2026, 7, 1)
        );
        marche.RecevoirSousTraitant(acte, silence, MontantTtc.DEuros(600m));
        var incomplet = DonneesEssentielles.Composer(marche, ReferenceDeSiret(), Publication);
        Assert.Equal("Incomplet", incomplet.Etat);
        Assert.Contains(
            "sa durée, son montant HT",
            Assert.Single(incomplet.Champs, c => !c.EstPret).Probleme,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("actesSousTraitance", incomplet.Json, StringComparison.Ordinal);

        var complet = AvecCpv();
        complet.RenseignerLesDonneesEssentielles(Complete.EnJson());
        complet.RecevoirSousTraitant(
            acte with
            {
                MontantHt = MontantHt.DEuros(10_000m),
                DureeEnMois = 12,
                Variation = VariationDePrix.Revisable,
            },
            silence,
            MontantTtc.DEuros(600m)
        );
        complet.PublierLesDonneesEssentielles(Publication);
        complet.Modifier(
            new ProjetDAvenant(CasDAvenant.NouveauTitulaire, "Cession", MontantHt.Zero, new DateOnly(2026, 9, 1), "Fusion.")
            {
                NouveauTitulaire = "Nord Numérique",
                SiretDuNouveauTitulaire = "73282932000074",
                ProlongationEnMois = 3,
            },
            MarchesDEssai.Plafonds
        );
        var donnees = DonneesEssentielles.Composer(complet, ReferenceDeSiret(), Publication);

        Assert.Equal("Prêt", donnees.Etat);
        var racine = JsonDocument.Parse(donnees.Json).RootElement;
        Assert.Empty(SchemaJson.Officiel.Controler(racine));
        var publie = racine.GetProperty("marches").GetProperty("marche")[0];
        Assert.Equal(
            "Révisable",
            publie.GetProperty("actesSousTraitance")[0].GetProperty("acteSousTraitance").GetProperty("variationPrix").GetString()
        );
        var modification = publie.GetProperty("modifications")[0].GetProperty("modification");
        Assert.Equal(15, modification.GetProperty("dureeMois").GetInt32());
        Assert.Equal(1, modification.GetProperty("titulaires").GetArrayLength());
        Assert.False(modification.TryGetProperty("montant", out _));
        Assert.False(publie.TryGetProperty("modificationsActesSousTraitance", out _));
    }

    [Fact]
    public void Un_acte_de_sous_traitance_modifie_apres_la_publication_s_ajoute_au_schema_officiel()
    {
        var marche = AvecCpv();
        marche.RecevoirSousTraitant(
            new DemandeDeSousTraitance(
                "Réseaux du Nord",
                "73282932000074",
                "Hébergement",
                MontantTtc.DEuros(12_000m),
                new DateOnly(2026, 7, 1)
            )
            {
                MontantHt = MontantHt.DEuros(10_000m),
                DureeEnMois = 12,
                Variation = VariationDePrix.Revisable,
            },
            new CalculDeDate(new DateOnly(2026, 7, 22), "", "", ""),
            MontantTtc.DEuros(600m)
        );
        var modification = marche.ModifierSousTraitant(1, new DateOnly(2026, 9, 15), MontantHt.DEuros(11_000.5m), 18);
        marche.RenseignerLesDonneesEssentielles((Complete with { ModificationsDeSousTraitance = [modification] }).EnJson());
        Assert.DoesNotContain(
            "modificationsActesSousTraitance",
            DonneesEssentielles.Composer(marche, ReferenceDeSiret(), Publication).Json,
            StringComparison.Ordinal
        );
        marche.PublierLesDonneesEssentielles(Publication);

        var racine = JsonDocument.Parse(DonneesEssentielles.Composer(marche, ReferenceDeSiret(), Publication).Json).RootElement;

        Assert.Empty(SchemaJson.Officiel.Controler(racine));
        var publiee = racine
            .GetProperty("marches")
            .GetProperty("marche")[0]
            .GetProperty("modificationsActesSousTraitance")[0]
            .GetProperty("modificationActeSousTraitance");
        Assert.Equal(
            (1, 18, 11_000.5m, "2026-09-15", "2026-09-15"),
            (
                publiee.GetProperty("id").GetInt32(),
                publiee.GetProperty("dureeMois").GetInt32(),
                publiee.GetProperty("montant").GetDecimal(),
                publiee.GetProperty("dateNotificationModificationSousTraitance").GetString(),
                publiee.GetProperty("datePublicationDonnees").GetString()
            )
        );
    }

    [Fact]
    public void Un_sous_traitant_refuse_ne_fait_pas_declarer_de_sous_traitance()
    {
        var marche = AvecCpv();
        marche.RenseignerLesDonneesEssentielles(Complete.EnJson());
        marche.RecevoirSousTraitant(
            new DemandeDeSousTraitance("Refusé", null, "Pose", MontantTtc.DEuros(1_000m), new DateOnly(2026, 7, 1)),
            new CalculDeDate(new DateOnly(2026, 7, 22), "", "", ""),
            MontantTtc.DEuros(600m)
        );
        marche.DeciderSousTraitant(1, agree: false, new DateOnly(2026, 7, 10), "Capacités insuffisantes.");

        var racine = JsonDocument.Parse(DonneesEssentielles.Composer(marche, ReferenceDeSiret(), Publication).Json).RootElement;

        Assert.Empty(SchemaJson.Officiel.Controler(racine));
        Assert.False(racine.GetProperty("marches").GetProperty("marche")[0].GetProperty("sousTraitanceDeclaree").GetBoolean());
    }

    [Fact]
    public void Ce_que_notre_controle_dit_manquer_est_ce_que_le_schema_exige()
    {
        var marche = MarchesDEssai.EnExecution();

        var donnees = DonneesEssentielles.Composer(marche, null, Publication);
        var manquants = donnees.Champs.Where(c => !c.EstPret).Select(c => c.Nom).Order(StringComparer.Ordinal).ToList();
        var selonLeSchema = SchemaJson
            .Officiel.Controler(JsonDocument.Parse(donnees.Json).RootElement)
            .Select(e => e.Split('«', '»')[1].Trim())
            .Order(StringComparer.Ordinal);

        Assert.Equal("Incomplet", donnees.Etat);
        Assert.Equal(manquants, selonLeSchema);
    }

    [Fact]
    public void Chaque_champ_exige_par_le_schema_a_sa_ligne_et_chaque_liste_est_la_sienne()
    {
        var marche = SchemaJson.Officiel.Racine.GetProperty("definitions").GetProperty("marche");
        var requis = marche.GetProperty("required").EnumerateArray().Select(r => r.GetString()!);
        var champs = DonneesEssentielles.Composer(MarchesDEssai.EnExecution(), null, Publication).Champs.Select(c => c.Nom);

        Assert.Equal(requis.Order(StringComparer.Ordinal), champs.Order(StringComparer.Ordinal));
        Assert.Equal(Liste(marche.GetProperty("properties").GetProperty("ccag")), DonneesEssentielles.Ccags);
        Assert.Equal(Liste(marche.GetProperty("properties").GetProperty("formePrix")), DonneesEssentielles.FormesDePrix);
        Assert.Equal(
            Liste(marche.GetProperty("properties").GetProperty("typeGroupementOperateurs")),
            DonneesEssentielles.Groupements
        );
        var definitions = marche.GetProperty("definitions");
        Assert.Equal(Liste(definitions.GetProperty("typePrixArray").GetProperty("items")), DonneesEssentielles.TypesDePrix);
        Assert.Equal(
            Liste(definitions.GetProperty("modaliteExecutionArray").GetProperty("items")),
            DonneesEssentielles.Modalites
        );
        Assert.Equal(
            Liste(definitions.GetProperty("considerationSocialeArray").GetProperty("items")),
            DonneesEssentielles.Sociales
        );
        Assert.Equal(
            Liste(definitions.GetProperty("considerationEnvironnementaleArray").GetProperty("items")),
            DonneesEssentielles.Environnementales
        );
        Assert.Equal(
            Liste(
                marche.GetProperty("properties").GetProperty("lieuExecution").GetProperty("properties").GetProperty("typeCode")
            ),
            DonneesEssentielles.TypesDeLieu
        );
    }

    private static IEnumerable<string> Liste(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Select(e => e.GetString()!);

    /// <summary>Un SIRET dont la clé est juste.</summary>
    private static string ReferenceDeSiret() => Domain.Noyau.Siret.TryParse(Siret, out _) ? Siret : "73282932000074";

    private static Marche AvecCpv()
    {
        var (groupement, procedure) = Procedures.ProcedureTests.UneProcedure();
        procedure.ModifierLot(
            1,
            new DefinitionDeLotDeProcedure("Actes", groupement.Prestations[0].Id, 1) { Cpv = "72416000-9" },
            groupement
        );
        procedure.Choisir(new ChoixDeProcedure { Forme = FormeDeProcedure.Adaptee, DureeEnMois = 12 });
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(
                new DateOnly(2026, 5, 12),
                [("Numérique du Nord", "73282932000074")],
                MontantHt.DEuros(50_000m),
                null,
                null,
                12,
                []
            )
        );
        marche.Signer(new DateOnly(2026, 6, 2));
        marche.Notifier(new DateOnly(2026, 6, 10), MarchesDEssai.Debut, transmissionRequise: false);
        return marche;
    }
}
