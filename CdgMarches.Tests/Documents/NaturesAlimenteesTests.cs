using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.Tests.Documents;

/// <summary>Ce que disent les lettres de rejet, le rapport de présentation et l'information des membres.</summary>
public sealed class NaturesAlimenteesTests
{
    private static readonly Guid Objet = Guid.CreateVersion7();
    private static readonly GroupementId Groupement = GroupementId.Nouveau();
    private static readonly Adresse Adresse = new("3 rue du Bourg", null, "62000", "Arras");

    [Fact]
    public async Task Une_offre_rejetee_en_procedure_formalisee_lit_ses_motifs_l_attributaire_et_la_date_de_signature()
    {
        var (documents, textes) = await ProduireAsync(
            s => new LettreDeRejet(s),
            new OrigineLettreDeRejet(),
            Rejets(
                estFormalisee: true,
                new RejetAEcrire(2, "Papeterie du Nord", Adresse, true, false, "Prix plus élevé.") { Rang = 2, Note = "71,5" }
            )
        );

        var texte = Assert.Single(textes);
        Assert.Equal(["Papeterie du Nord", "3 rue du Bourg", "62000 ARRAS"], documents[0].Destinataire!.Lignes);
        Assert.Contains("elle est classée au rang 2, avec 71,5 points sur 100.", texte, StringComparison.Ordinal);
        Assert.Contains("Prix plus élevé.", texte, StringComparison.Ordinal);
        Assert.Contains("attribué à Papiers d'Artois, dont l'offre obtient 84 points", texte, StringComparison.Ordinal);
        Assert.Contains("peut être signé à partir du 27 mars 2026", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("quinze jours", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("candidature", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_candidature_ecartee_ne_lit_ni_attributaire_ni_date_de_signature()
    {
        var (_, textes) = await ProduireAsync(
            s => new LettreDeRejet(s),
            new OrigineLettreDeRejet(),
            Rejets(estFormalisee: true, new RejetAEcrire(1, "Papeterie du Nord", Adresse, true, true, "Capacités insuffisantes."))
        );

        var texte = Assert.Single(textes);
        Assert.Contains("votre candidature n'a pas été retenue", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Papiers d'Artois", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("27 mars 2026", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_procedure_adaptee_les_motifs_se_demandent()
    {
        var (_, textes) = await ProduireAsync(
            s => new LettreDeRejet(s),
            new OrigineLettreDeRejet(),
            Rejets(estFormalisee: false, new RejetAEcrire(1, "Papeterie du Nord", Adresse, true, false, null)) with
            {
                SignaturePossibleLe = null,
            }
        );

        Assert.Contains("dans les quinze jours", Assert.Single(textes), StringComparison.Ordinal);
        Assert.DoesNotContain("Motifs du rejet", textes[0], StringComparison.Ordinal);
        Assert.DoesNotContain("peut être signé", textes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sans_adresse_la_lettre_part_par_le_profil_d_acheteur_ou_son_adresse_est_dite_manquante()
    {
        var (documents, _) = await ProduireAsync(
            s => new LettreDeRejet(s),
            new OrigineLettreDeRejet(),
            Rejets(
                estFormalisee: true,
                new RejetAEcrire(1, "Électronique", null, true, false, "Motif."),
                new RejetAEcrire(2, "Papier", null, false, false, "Motif.")
            )
        );

        Assert.Equal(["Électronique", "Par le profil d'acheteur"], documents[0].Destinataire!.Lignes);
        Assert.NotEqual(documents[0].Destinataire!.Id, documents[1].Destinataire!.Id);
        Assert.Equal(["adresse"], Manquants.De(new LettreDeRejet([]), documents[1]));
    }

    [Fact]
    public async Task Le_rapport_de_presentation_suit_l_ordre_du_code_et_ne_garde_que_les_cas_particuliers_de_l_espece()
    {
        var (_, textes) = await ProduireAsync(
            s => new RapportDePresentation(s),
            new OrigineRapportDePresentation(),
            new RapportAEcrire(Groupement, "Fourniture de papier", "2026-C-012", "Appel d'offres ouvert")
            {
                Valeur = "480 000,00 € HT",
                MotifsDeLAbandon = "Lot 3 sans suite.",
                OffresRejetees = [new EntrepriseDuRapport("Lot 2", "Papeterie du Nord", "Deuxième rang.")],
                Lots = [new LotDuRapport("Lot 2", "Attribué", "Papiers d'Artois", "120 000,00 €", "Meilleure offre.", null)],
            }
        );

        var texte = Assert.Single(textes);
        string[] ordre =
        [
            "480 000,00 € HT",
            "Aucun candidat n'a été exclu.",
            "Aucun candidat n'a été sélectionné.",
            "Deuxième rang.",
            "Meilleure offre.",
            "Lot 3 sans suite.",
        ];
        Assert.Equal(ordre, ordre.OrderBy(m => texte.IndexOf(m, StringComparison.Ordinal)));
        Assert.All(ordre, m => Assert.Contains(m, texte, StringComparison.Ordinal));
        Assert.DoesNotContain("Conflits d'intérêts", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Aucune offre n'a été rejetée", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chaque_membre_lit_le_titulaire_les_dates_et_les_prix_du_marche_notifie()
    {
        var (documents, textes) = await ProduireAsync(
            s => new InformationDesMembres(s),
            new OrigineInformationDesMembres(),
            new InformationAEcrire(
                Groupement,
                "Fournitures",
                "2026-M-031",
                "Papier",
                "Lot 2",
                "Papiers d'Artois",
                new DateOnly(2026, 4, 3),
                new DateOnly(2026, 5, 1),
                [
                    new MembreAInformer(CollectiviteId.Nouveau(), "Arras", "la commune d'Arras", Adresse),
                    new MembreAInformer(CollectiviteId.Nouveau(), "Lens", "la commune de Lens", Adresse.Vide),
                ]
            )
            {
                Prix = [new PrixDuMarche("Ramette A4", "ramette", "3,42 €")],
            }
        );

        Assert.Equal(2, textes.Count);
        Assert.Contains("Papiers d'Artois", textes[0], StringComparison.Ordinal);
        Assert.Contains("3 avril 2026", textes[0], StringComparison.Ordinal);
        Assert.Contains("Ramette A4", textes[0], StringComparison.Ordinal);
        Assert.Contains("pour la commune de Lens", textes[1], StringComparison.Ordinal);
        Assert.Equal(["adresse"], Manquants.De(new InformationDesMembres([]), documents[1]));
    }

    [Fact]
    public async Task Un_objet_hors_du_perimetre_est_refuse_et_le_droit_est_exige()
    {
        var nature = new LettreDeRejet([new Source<RejetsAEcrire>(null)]);

        await Assert.ThrowsAsync<DroitManquantException>(() => nature.ChargerAsync(Agents.Gestionnaire, Objet, default));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            nature.ChargerAsync(Agents.Gestionnaire with { Droits = new HashSet<string>() }, Objet, default)
        );
    }

    private static RejetsAEcrire Rejets(bool estFormalisee, params RejetAEcrire[] rejets) =>
        new(Groupement, "Fourniture de papier", "2026-C-012", "Lot 2 – Papier", estFormalisee, rejets)
        {
            Attributaire = "Papiers d'Artois",
            NoteDeLAttributaire = "84",
            MotifsDuChoix = "Offre économiquement la plus avantageuse.",
            SignaturePossibleLe = new DateOnly(2026, 3, 27),
        };

    private static async Task<(IReadOnlyList<DonneesDeFusion> Documents, IReadOnlyList<string> Textes)> ProduireAsync<T>(
        Func<IEnumerable<IDonneesDe<T>>, IModeleDeDocument> nature,
        IModeleDOrigine origine,
        T donnees
    )
        where T : class
    {
        var declaree = nature([new Source<T>(donnees)]);
        var (modele, _) = new ModelesDOrigine([origine]).De(declaree);
        var documents = await declaree.ChargerAsync(Acteur.Systeme, Objet, default);
        List<string> textes = [];
        foreach (var document in documents)
        {
            new EnTeteLu(new Dictionary<string, string?>(), null).Poser(document, Acteur.Systeme);
            using var produit = WordprocessingDocument.Open(
                new MemoryStream(FusionDeDocument.Fusionner(modele, document)),
                isEditable: false
            );
            textes.Add(
                string.Join('\n', produit.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText))
                    .Replace('\u00a0', ' ')
                    .Replace('\u202f', ' ')
            );
        }

        return (documents, textes);
    }

    private sealed class Source<T>(T? donnees) : IDonneesDe<T>
        where T : class
    {
        public Task<T?> LireAsync(Acteur acteur, Guid objet, CancellationToken annulation) => Task.FromResult(donnees);

        public Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation) =>
            Task.FromResult<IReadOnlyList<ObjetDApercu>>([]);
    }
}
