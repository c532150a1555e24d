using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>La lettre d'appel : le montant, la fiche de calcul et toutes les mentions du titre (RG6.31).</summary>
public sealed class LettreDAppel(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres) : IModeleDeDocument
{
    public const string Nature = "contributions.appel";

    public string Code => Nature;

    public GenreDeDocument Genre => GenreDeDocument.AppelDeContribution;

    public string Titre => "Appel de contribution";

    public string ObjetType => nameof(AppelDeContribution);

    public string Droit => Droits.PreparerContributions;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("appel_numero", "Numéro de l'appel", "APC-2027-0012", Obligatoire: true),
        new("appel_nature", "Nature de la ligne", "Appel"),
        new("appel_date", "Date de l'appel", "2 janvier 2027"),
        new("exercice", "Exercice", "2027"),
        new("objet", "Objet du titre", "Contribution 2027 à la plateforme", Obligatoire: true),
        new("debiteur_siret", "SIRET du débiteur", "216 200 410 00014"),
        new("fondement", "Fondement", "Convention d'accès, art. 4 et annexe 1", Obligatoire: true),
        new("deliberation", "Délibération qui vote la grille", "Délibération du 10 décembre 2024"),
        new("convention", "Convention ou groupement", "CAP-2025-004"),
        new("periode", "Période", "du 1er janvier au 31 décembre 2027"),
        new("calcul", "Fiche de calcul, bases de liquidation", "Tranche 2… = 500,00 €", Obligatoire: true),
        new("agents", "Agents", "420"),
        new("consultations", "Consultations", "87"),
        new("montant_ht", "Montant HT", "500,00 €"),
        new("tva", "TVA", "hors champ"),
        new("montant_ttc", "Montant à payer", "500,00 €", Obligatoire: true),
        new("imputation", "Imputation", "nature 70878"),
        new("paiement", "Moyen de paiement", "par mandat administratif"),
        new("comptable", "Comptable assignataire", "SGC de Bruay-la-Buissière", Obligatoire: true),
        new("comptable_adresse", "Adresse du comptable", "40 rue Augustin Caron, 62700 Bruay-la-Buissière"),
        new("comptable_iban", "IBAN du comptable", "FR76…"),
        new("voies_de_recours", "Voies et délais de recours", "Dans le délai de deux mois…", Obligatoire: true),
        new("signataire_du_titre", "Signataire du titre, nom et qualité", "Le Président"),
        new("appel_corrige", "Appel et titre que la ligne corrige", "l'appel APC-2027-0012 (titre n° 118 du 3 mars 2027)"),
        new("montant_retire", "Somme que la correction retire", "200,00 €"),
        new("motif", "Motif de la correction", "Sortie du groupement le 30 juin 2027"),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [
        new("correction", "La ligne réduit ou annule un appel antérieur"),
        new("annulation", "La ligne annule un appel antérieur"),
        new("cas_limite", "Le calcul s'appuie sur la lecture d'un cas limite"),
        new("avec_iban", "L'IBAN est connu"),
        new("signataire_a_nommer", "Le signataire du titre n'est dit que par sa qualité : son nom s'ajoute"),
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var id = new AppelDeContributionId(objet);
        var appel =
            await contexte.Appels.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(a => a.Id == id, annulation)
            ?? throw new DroitManquantException(Droit);
        if (appel.Numero is null)
        {
            return [];
        }

        var corriges = await CorrigesAsync(contexte, [appel], annulation);
        return [Donnees(appel, corriges, await parametres.ReglageAsync(ClesDeReglage.SignataireDuCdg, annulation))];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lus = await contexte
            .Appels.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(a => a.Numero != null)
            .OrderByDescending(a => a.Exercice)
            .ThenByDescending(a => a.Numero)
            .Take(10)
            .Select(a => new
            {
                a.Id,
                a.Exercice,
                a.Numero,
                a.Debiteur.Nom,
            })
            .ToListAsync(annulation);
        return
        [
            .. lus.Select(a => new ObjetDApercu(a.Id.Valeur, $"{new ReferenceDAppel(a.Exercice, a.Numero!.Value)} — {a.Nom}")),
        ];
    }

    /// <summary>Comment citer les appels que des lignes corrigent, titre compris.</summary>
    internal static async Task<Dictionary<AppelDeContributionId, string>> CorrigesAsync(
        MarchesDbContext contexte,
        IReadOnlyList<AppelDeContribution> lignes,
        CancellationToken annulation
    )
    {
        var ids = lignes.Where(l => l.Rectifie is not null).Select(l => l.Rectifie!.Value).ToList();
        return ids.Count == 0
            ? []
            : await contexte
                .Appels.AsNoTracking()
                .Where(a => ids.Contains(a.Id))
                .Select(a => new
                {
                    a.Id,
                    a.Exercice,
                    a.Numero,
                    a.NumeroDeTitre,
                    a.DateDeTitre,
                })
                .ToDictionaryAsync(
                    a => a.Id,
                    a =>
                        (
                            a.Numero is { } numero
                                ? $"l'appel {new ReferenceDAppel(a.Exercice, numero)}"
                                : "la dette gardée sans appel"
                        )
                        + (
                            a.NumeroDeTitre is { } titre
                                ? $" (titre n° {titre} du {Formats.DateLongue(a.DateDeTitre!.Value)})"
                                : ""
                        ),
                    annulation
                );
    }

    /// <summary>Ce que la lettre d'un appel dit ; l'appel est figé, elle aussi.</summary>
    /// <param name="appel">L'appel, ou la ligne qui le corrige.</param>
    /// <param name="corriges">Comment citer l'appel corrigé, d'après <see cref="CorrigesAsync"/>.</param>
    /// <param name="signataireDuCdg">Le nom que l'en-tête donne : il ne s'imprime pas s'il est déjà dans les mentions.</param>
    internal static DonneesDeFusion Donnees(
        AppelDeContribution appel,
        IReadOnlyDictionary<AppelDeContributionId, string> corriges,
        string? signataireDuCdg
    )
    {
        var liquidation = appel.Liquidation;
        var lettre = new DonneesDeFusion($"{appel.Nature.Libelle()} {appel.Reference} — {appel.Debiteur.Nom}")
        {
            Groupement = appel.Groupement,
            Collectivite = appel.Collectivite,
            Destinataire = DestinataireDeDocument.De(
                appel.Collectivite.Valeur,
                appel.Debiteur.Nom,
                null,
                new Adresse(appel.Debiteur.Ligne1, appel.Debiteur.Ligne2, appel.Debiteur.CodePostal, appel.Debiteur.Ville)
            ),
        };
        lettre
            .Champ("appel_numero", appel.Reference?.ToString())
            .Champ("appel_nature", appel.Nature.Libelle())
            .Champ("appel_date", Formats.DateLongue(appel.DateDAppel))
            .Champ("exercice", appel.Exercice.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Champ("objet", appel.Mentions.Objet)
            .Champ("debiteur_siret", appel.Debiteur.Siret is { } siret ? Formats.Siret(siret) : null)
            .Champ("fondement", appel.Mentions.Fondement)
            .Champ("deliberation", appel.Mentions.Deliberation)
            .Champ("convention", appel.Convention)
            .Champ("periode", $"du {Formats.DateLongue(liquidation.Debut)} au {Formats.DateLongue(liquidation.Fin)}")
            .Champ("calcul", liquidation.Fiche)
            .Champ("agents", liquidation.Agents is { } agents ? Formats.Nombre((long)agents) : null)
            .Champ("consultations", liquidation.Consultations is { } c ? Formats.Nombre((long)c) : null)
            .Champ("montant_ht", Formats.Euros(appel.Montant.Euros))
            .Champ("tva", appel.Tva == TauxTva.Zero ? "hors champ" : Formats.Pourcentage(appel.Tva.Valeur))
            .Champ("montant_ttc", Formats.Euros(appel.Ttc.Euros))
            .Champ("imputation", appel.Imputation.Nature is { } nature ? $"nature {nature}" : null)
            .Champ("paiement", MentionsDuTitre.MoyenDePaiement)
            .Champ("comptable", appel.Mentions.Comptable)
            .Champ("comptable_adresse", appel.Mentions.AdresseDuComptable)
            .Champ("comptable_iban", appel.Mentions.Iban)
            .Champ("voies_de_recours", appel.Mentions.VoiesDeRecours)
            .Champ("signataire_du_titre", appel.Mentions.Signataire)
            .Champ("appel_corrige", appel.Rectifie is { } corrige ? corriges[corrige] : null)
            .Champ("montant_retire", Formats.Euros(Math.Abs(appel.Ttc.Euros)))
            .Champ("motif", appel.Motif)
            .Condition("correction", appel.Nature is NatureDAppel.Reduction or NatureDAppel.Annulation)
            .Condition("annulation", appel.Nature is NatureDAppel.Annulation)
            .Condition("cas_limite", liquidation.CasLimite)
            .Condition("avec_iban", appel.Mentions.Iban is not null)
            .Condition("signataire_a_nommer", !EstNomme(appel.Mentions.Signataire, signataireDuCdg));
        return lettre;
    }

    /// <summary>Vrai si la mention donne déjà le nom du signataire, ou s'il n'y en a pas à donner.</summary>
    internal static bool EstNomme(string mention, string? nom) =>
        string.IsNullOrWhiteSpace(nom) || CleDeTri.De(mention).Contains(CleDeTri.De(nom), StringComparison.Ordinal);
}

/// <summary>La lettre d'appel livrée avec l'application : une page à signer, puis la fiche de calcul sur la seconde (RG6.31).</summary>
public sealed class LettreDAppelDOrigine : IModeleDOrigine
{
    public string Code => LettreDAppel.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("{{objet}}", "N° {{appel_numero}} du {{appel_date}} — exercice {{exercice}}", "{{convention}}")
            .Paragraphe("Madame, Monsieur,")
            .Si("correction", Correction)
            .SiNon("correction", Appel)
            .Section("Voies et délais de recours")
            .Discret("{{voies_de_recours}}")
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.")
            .Signature("{{signataire_du_titre}}", "{{si signataire_a_nommer}}{{signataire_nom}}{{fin si}}")
            .SiNon("correction", SecondePage);

    private static void Correction(Composition page) =>
        page.Si("annulation", p => p.Paragraphe("Par décision de ce jour, {{appel_corrige}} est annulé."))
            .SiNon("annulation", p => p.Paragraphe("Par décision de ce jour, {{appel_corrige}} est réduit."))
            .Paragraphe("La somme de **{{montant_retire}}** ne vous est plus demandée : {{motif}}.")
            .Paragraphe("Si vous l'avez déjà payée, elle vous sera remboursée par mandat ; vous n'avez rien à demander.")
            .Fiche(
                ("Montant HT", "{{montant_ht}}"),
                ("TVA", "{{tva}}"),
                ("Montant TTC", "{{montant_ttc}}"),
                ("{{si imputation}}Imputation", "{{imputation}}{{fin si}}"),
                ("SIRET du débiteur", "{{debiteur_siret}}"),
                ("Comptable assignataire", "{{comptable}}, {{comptable_adresse}}")
            );

    private static void Appel(Composition page) =>
        page.Paragraphe(
                "En application {{de fondement}}, je vous appelle la somme de **{{montant_ttc}}**, à régler {{paiement}} auprès du comptable assignataire désigné ci-dessous. Les bases de liquidation et le calcul sont sur la fiche jointe, en page suivante."
            )
            .Fiche(
                ("Montant HT", "{{montant_ht}}"),
                ("TVA", "{{tva}}"),
                ("Montant à payer", "{{montant_ttc}}"),
                ("SIRET du débiteur", "{{debiteur_siret}}")
            )
            .Section("Comptable assignataire")
            .Paragraphe("{{comptable}}, {{comptable_adresse}}")
            .Si("avec_iban", p => p.Paragraphe("IBAN : {{comptable_iban}}"));

    private static void SecondePage(Composition page) =>
        page.SautDePage()
            .Titre("Fiche de calcul", "{{objet}} — n° {{appel_numero}}")
            .Section("Bases de liquidation")
            .Paragraphe("{{calcul}}")
            .Fiche(
                ("Fondement", "{{fondement}}"),
                ("Convention ou groupement", "{{convention}}"),
                ("Période", "{{periode}}"),
                ("{{si agents}}Agents", "{{agents}}{{fin si}}"),
                ("{{si consultations}}Consultations", "{{consultations}}{{fin si}}"),
                ("Montant HT", "{{montant_ht}}"),
                ("TVA", "{{tva}}"),
                ("Montant à payer", "{{montant_ttc}}"),
                ("{{si deliberation}}Délibération", "{{deliberation}}{{fin si}}"),
                ("{{si imputation}}Imputation", "{{imputation}}{{fin si}}")
            )
            .Si(
                "cas_limite",
                p =>
                    p.Discret(
                        "Le texte de la grille ne tranche pas l'une de vos valeurs : la tranche retenue est celle du calcul ci-dessus, selon la lecture que le centre de gestion a arrêtée."
                    )
            );
}
