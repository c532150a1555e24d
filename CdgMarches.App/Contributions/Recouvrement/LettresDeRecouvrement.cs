using CdgMarches.App.Contributions.Appels;
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

namespace CdgMarches.App.Contributions.Recouvrement;

/// <summary>Une lettre qui réclame un appel impayé : ce qui reste dû, depuis quand, à qui payer.</summary>
public abstract class LettreDeRecouvrement(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres)
    : IModeleDeDocument
{
    public abstract string Code { get; }

    public abstract string Titre { get; }

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string ObjetType => nameof(AppelDeContribution);

    public string Droit => Droits.PreparerContributions;

    public bool AvecDestinataire => true;

    public virtual IReadOnlyList<ChampDeModele> Champs =>
        [
            new("appel_numero", "Numéro de l'appel", "APC-2027-0012", Obligatoire: true),
            new("appel_date", "Date de l'appel", "2 janvier 2027"),
            new("objet", "Objet du titre", "Contribution 2027 à la plateforme", Obligatoire: true),
            new("convention", "Convention ou groupement", "CAP-2025-004"),
            new("titre_numero", "Numéro du titre", "118"),
            new("titre_date", "Date du titre", "20 janvier 2027"),
            new("montant_ttc", "Montant appelé", "500,00 €"),
            new("corrections", "Réductions", "-50,00 €"),
            new("paye", "Déjà payé", "100,00 €"),
            new("reste_du", "Reste dû", "350,00 €", Obligatoire: true),
            new("echeance", "Dernier jour pour payer", "19 février 2027", Obligatoire: true),
            new("comptable", "Comptable assignataire", "SGC de Bruay-la-Buissière", Obligatoire: true),
            new("comptable_adresse", "Adresse du comptable", "40 rue Augustin Caron, 62700 Bruay-la-Buissière"),
            new("comptable_iban", "IBAN du comptable", "FR76…"),
            new("paiement", "Moyen de paiement", "par mandat administratif"),
            new("signataire_du_titre", "Signataire, nom et qualité", "Le Président"),
        ];

    public virtual IReadOnlyList<ConditionDeModele> Conditions =>
        [
            new("avec_titre", "Le titre est connu"),
            new("avec_iban", "L'IBAN est connu"),
            new("signataire_a_nommer", "Le signataire du titre n'est dit que par sa qualité : son nom s'ajoute"),
        ];

    /// <summary>Vrai quand l'appel en est là : la lettre se refait alors à l'identique.</summary>
    protected abstract bool EnEstLa(AppelDeContribution appel);

    protected abstract Task<DonneesDeFusion> DonneesAsync(
        MarchesDbContext contexte,
        AppelDeContribution appel,
        DebiteurJoignable debiteur,
        string? signataireDuCdg,
        CancellationToken annulation
    );

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appel = await contexte.AppelAsync(acteur, new AppelDeContributionId(objet), annulation);
        if (!EnEstLa(appel))
        {
            return [];
        }

        var debiteur = await contexte.DebiteurAsync(appel, annulation);
        var signataire = await parametres.ReglageAsync(ClesDeReglage.SignataireDuCdg, annulation);
        return [await DonneesAsync(contexte, appel, debiteur, signataire, annulation)];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var recents = await contexte
            .Appels.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(a => a.NombreDeRelances > 0 || a.MiseEnDemeureLe != null)
            .OrderByDescending(a => a.DateDAppel)
            .ThenByDescending(a => a.Id)
            .Take(50)
            .ToListAsync(annulation);
        return
        [
            .. recents.Where(EnEstLa).Take(10).Select(a => new ObjetDApercu(a.Id.Valeur, $"{a.Reference} — {a.Debiteur.Nom}")),
        ];
    }

    /// <param name="titre">Ce qu'est la lettre.</param>
    /// <param name="appel">L'appel impayé.</param>
    /// <param name="debiteur">À qui elle part.</param>
    /// <param name="signataireDuCdg">Le nom du signataire, ajouté à sa qualité s'il n'est pas dans les mentions (CRPA, art. L212-1).</param>
    protected static DonneesDeFusion Lettre(
        string titre,
        AppelDeContribution appel,
        DebiteurJoignable debiteur,
        string? signataireDuCdg
    )
    {
        var lettre = new DonneesDeFusion($"{titre}, {appel.Reference} — {debiteur.Nom}")
        {
            Groupement = appel.Groupement,
            Collectivite = appel.Collectivite,
            Destinataire = DestinataireDeDocument.De(appel.Collectivite.Valeur, debiteur.Nom, null, debiteur.Adresse),
        };
        lettre
            .Champ("appel_numero", appel.Reference?.ToString())
            .Champ("appel_date", Formats.DateLongue(appel.DateDAppel))
            .Champ("objet", appel.Mentions.Objet)
            .Champ("convention", appel.Convention)
            .Champ("titre_numero", appel.NumeroDeTitre)
            .Champ("titre_date", appel.DateDeTitre is { } date ? Formats.DateLongue(date) : null)
            .Champ("montant_ttc", Formats.Euros(appel.Ttc.Euros))
            .Champ("corrections", Formats.Euros(appel.Corrections.Euros))
            .Champ("paye", Formats.Euros(appel.Paye.Euros))
            .Champ("reste_du", Formats.Euros(appel.ResteDu.Euros))
            .Champ("echeance", Formats.DateLongue(appel.EcheanceDePaiement))
            .Champ("comptable", appel.Mentions.Comptable)
            .Champ("comptable_adresse", appel.Mentions.AdresseDuComptable)
            .Champ("comptable_iban", appel.Mentions.Iban)
            .Champ("paiement", MentionsDuTitre.MoyenDePaiement)
            .Champ("signataire_du_titre", appel.Mentions.Signataire)
            .Condition("signataire_a_nommer", !LettreDAppel.EstNomme(appel.Mentions.Signataire, signataireDuCdg))
            .Condition("avec_titre", appel.NumeroDeTitre is not null)
            .Condition("avec_iban", appel.Mentions.Iban is not null);
        return lettre;
    }
}

/// <summary>La lettre d'une relance, jointe au courriel ou imprimée pour qui n'en a pas.</summary>
public sealed class LettreDeRelance(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres)
    : LettreDeRecouvrement(donnees, parametres)
{
    public const string Nature = "contributions.relance";

    public override string Code => Nature;

    public override string Titre => "Relance d'une contribution impayée";

    public override IReadOnlyList<ChampDeModele> Champs =>
        [.. base.Champs, new("rang", "Rang de la relance", "2", Obligatoire: true)];

    protected override bool EnEstLa(AppelDeContribution appel) => appel.NombreDeRelances > 0;

    protected override Task<DonneesDeFusion> DonneesAsync(
        MarchesDbContext contexte,
        AppelDeContribution appel,
        DebiteurJoignable debiteur,
        string? signataireDuCdg,
        CancellationToken annulation
    ) => Task.FromResult(Donnees(appel, debiteur, signataireDuCdg));

    internal static DonneesDeFusion Donnees(AppelDeContribution appel, DebiteurJoignable debiteur, string? signataireDuCdg)
    {
        var rang = Formats.Nombre((long)appel.NombreDeRelances);
        var lettre = Lettre($"Relance n° {rang}", appel, debiteur, signataireDuCdg);
        lettre.Champ("rang", rang);
        return lettre;
    }
}

/// <summary>La mise en demeure de payer, en recommandé ; pour une convention d'accès, elle ouvre la dénonciation (RG6.20, RG6.21).</summary>
public sealed class LettreDeMiseEnDemeure(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    Calcul.LireMentions mentions
) : LettreDeRecouvrement(donnees, parametres)
{
    public const string Nature = "contributions.mise-en-demeure";

    public override string Code => Nature;

    public override string Titre => "Mise en demeure de payer une contribution";

    public override IReadOnlyList<ChampDeModele> Champs =>
        [.. base.Champs, new("delai", "Jours laissés pour payer, depuis la réception", "30", Obligatoire: true)];

    public override IReadOnlyList<ConditionDeModele> Conditions =>
        [.. base.Conditions, new("convention_d_acces", "L'impayé ouvre la dénonciation d'une convention d'accès")];

    protected override bool EnEstLa(AppelDeContribution appel) => appel.MiseEnDemeureLe is not null;

    protected override async Task<DonneesDeFusion> DonneesAsync(
        MarchesDbContext contexte,
        AppelDeContribution appel,
        DebiteurJoignable debiteur,
        string? signataireDuCdg,
        CancellationToken annulation
    )
    {
        var jour = appel.MiseEnDemeureLe!.Value;
        var convention = await contexte.ConventionDeLAppelAsync(appel, annulation);
        var delai = await mentions.DelaiDeMiseEnDemeureAsync(convention, jour, annulation);
        return Donnees(appel, debiteur, delai, signataireDuCdg);
    }

    internal static DonneesDeFusion Donnees(
        AppelDeContribution appel,
        DebiteurJoignable debiteur,
        int delai,
        string? signataireDuCdg
    )
    {
        var lettre = Lettre("Mise en demeure", appel, debiteur, signataireDuCdg);
        lettre
            .Champ("delai", Formats.Nombre((long)delai))
            .Condition("convention_d_acces", appel.Source is SourceDeDette.Convention);
        return lettre;
    }
}

/// <summary>La relance livrée avec l'application.</summary>
public sealed class LettreDeRelanceDOrigine : IModeleDOrigine
{
    public string Code => LettreDeRelance.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("relance n° {{rang}}, {{objet}}", "Appel {{appel_numero}} du {{appel_date}}", "{{convention}}")
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "Sauf erreur de notre part, la somme de **{{reste_du}}** reste due au titre de l'appel {{appel_numero}}, payable au plus tard le {{echeance}}."
            )
            .Fiche(
                ("Montant appelé", "{{montant_ttc}}"),
                ("Corrections", "{{corrections}}"),
                ("Déjà payé", "{{paye}}"),
                ("Reste dû", "{{reste_du}}")
            )
            .Si("avec_titre", p => p.Paragraphe("Titre de recettes n° {{titre_numero}} du {{titre_date}}."))
            .Paragraphe("Je vous remercie de la régler {{paiement}} auprès {{de comptable}}, {{comptable_adresse}}.")
            .Si("avec_iban", p => p.Paragraphe("IBAN : {{comptable_iban}}"))
            .Paragraphe("Si votre paiement est parti entre-temps, ne tenez pas compte de cette lettre.")
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.")
            .Signature("{{signataire_du_titre}}", "{{si signataire_a_nommer}}{{signataire_nom}}{{fin si}}");
}

/// <summary>La mise en demeure livrée avec l'application.</summary>
public sealed class LettreDeMiseEnDemeureDOrigine : IModeleDOrigine
{
    public string Code => LettreDeMiseEnDemeure.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet(
                "mise en demeure de payer, {{objet}}",
                "Lettre recommandée avec demande d'avis de réception",
                "Titre n° {{titre_numero}} du {{titre_date}} — appel {{appel_numero}}"
            )
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "Le titre de recettes n° {{titre_numero}}, payable au plus tard le {{echeance}}, n'est pas réglé : **{{reste_du}}** restent dus."
            )
            .Paragraphe(
                "Je vous mets en demeure de payer cette somme dans un délai de **{{delai}} jours** à compter de la réception de la présente, {{paiement}}, auprès {{de comptable}}, {{comptable_adresse}}."
            )
            .Si("avec_iban", p => p.Paragraphe("IBAN : {{comptable_iban}}"))
            .Si(
                "convention_d_acces",
                p =>
                    p.Paragraphe(
                        "À défaut de paiement dans ce délai, le centre de gestion pourra dénoncer sans préavis la convention d'accès {{convention}} (article 5)."
                    )
            )
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.")
            .Signature("{{signataire_du_titre}}", "{{si signataire_a_nommer}}{{signataire_nom}}{{fin si}}");
}

internal static class LectureDuRecouvrement
{
    /// <summary>Le débiteur à son adresse de courrier d'aujourd'hui.</summary>
    public static async Task<DebiteurJoignable> DebiteurAsync(
        this MarchesDbContext contexte,
        AppelDeContribution appel,
        CancellationToken annulation
    )
    {
        var c = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.Id == appel.Collectivite)
            .Select(c => new
            {
                c.Nom,
                c.Siege,
                c.Postale,
            })
            .SingleOrDefaultAsync(annulation);
        return c is null
            ? new DebiteurJoignable(
                appel.Debiteur.Nom,
                new Adresse(appel.Debiteur.Ligne1, appel.Debiteur.Ligne2, appel.Debiteur.CodePostal, appel.Debiteur.Ville)
            )
            : new DebiteurJoignable(c.Nom, c.Postale.Sinon(c.Siege));
    }

    /// <summary>La convention d'accès dont l'appel découle ; null pour une adhésion.</summary>
    public static async Task<Domain.Conventions.ConventionDAcces?> ConventionDeLAppelAsync(
        this MarchesDbContext contexte,
        AppelDeContribution appel,
        CancellationToken annulation
    ) =>
        appel.Source is SourceDeDette.Convention
            ? await contexte
                .ConventionsDAcces.AsSplitQuery()
                .SingleAsync(c => c.Id == new Domain.Conventions.ConventionDAccesId(appel.SourceId), annulation)
            : null;
}
