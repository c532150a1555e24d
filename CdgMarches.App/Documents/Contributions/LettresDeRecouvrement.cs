using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents.Contributions;

/// <summary>Un appel impayé, et ce qu'une relance ou une mise en demeure en dit.</summary>
/// <param name="Groupement">Le groupement de l'appel, s'il en a un.</param>
/// <param name="Debiteur">La collectivité qui doit.</param>
/// <param name="Nom">Son nom.</param>
/// <param name="Adresse">Son adresse.</param>
/// <param name="Numero">Le numéro de l'appel.</param>
/// <param name="Objet">L'objet du titre.</param>
/// <param name="AppeleLe">La date de l'appel.</param>
/// <param name="Montant">Le montant appelé, en clair.</param>
/// <param name="Reste">Ce qui reste dû, en clair.</param>
/// <param name="Echeance">Le dernier jour pour payer.</param>
public sealed record ImpayeARelancer(
    GroupementId? Groupement,
    CollectiviteId Debiteur,
    string Nom,
    Adresse Adresse,
    string Numero,
    string Objet,
    DateOnly AppeleLe,
    string Montant,
    string Reste,
    DateOnly Echeance
)
{
    /// <summary>Le titre de recettes : « n° 412 du 15 janvier 2027 ».</summary>
    public string? Titre { get; init; }

    /// <summary>Ce qui a déjà été payé, en clair.</summary>
    public string? Paye { get; init; }

    public string? Fondement { get; init; }

    public string? Comptable { get; init; }

    public string? Iban { get; init; }

    /// <summary>Le rang de la relance, 1 pour la première.</summary>
    public int Rang { get; init; }

    /// <summary>La relance précédente.</summary>
    public DateOnly? PrecedenteLe { get; init; }

    /// <summary>Le délai que laisse la mise en demeure : « trente jours ».</summary>
    public string? Delai { get; init; }

    /// <summary>Ce que la convention prévoit à défaut de paiement.</summary>
    public string? Consequence { get; init; }

    /// <summary>Le numéro de l'envoi recommandé.</summary>
    public string? Recommande { get; init; }

    public string? VoiesDeRecours { get; init; }
}

/// <summary>Ce que la relance et la mise en demeure ont de commun.</summary>
public abstract class LettreDeRecouvrement(IEnumerable<IDonneesDe<ImpayeARelancer>> sources)
    : NatureAlimentee<ImpayeARelancer>(sources)
{
    public override GenreDeDocument Genre => GenreDeDocument.Courrier;

    public override string ObjetType => nameof(AppelDeContribution);

    public override string Droit => Droits.PreparerContributions;

    public override bool AvecDestinataire => true;

    public override IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("appel_numero", "Numéro de l'appel", "APC-2027-0012", Obligatoire: true),
        new("appel_date", "Date de l'appel", "2 janvier 2027", Obligatoire: true),
        new("objet", "Objet du titre", "Contribution 2027 à la plateforme", Obligatoire: true),
        new("titre", "Titre de recettes", "n° 412 du 15 janvier 2027"),
        new("fondement", "Fondement", "Convention d'accès, art. 4 et annexe 1"),
        new("montant", "Montant appelé", "500,00 €", Obligatoire: true),
        new("paye", "Déjà payé", "200,00 €"),
        new("reste", "Reste dû", "300,00 €", Obligatoire: true),
        new("echeance", "Échéance de paiement", "14 février 2027", Obligatoire: true),
        new("comptable", "Comptable assignataire", "SGC de Bruay-la-Buissière"),
        new("iban", "IBAN du comptable", "FR76…"),
        new("rang", "Rang de la relance", "2"),
        new("precedente", "Date de la relance précédente", "1er mars 2027"),
        new("delai", "Délai que laisse la mise en demeure", "trente jours"),
        new("consequence", "Suite à défaut de paiement", "La convention pourra être dénoncée (art. 7)."),
        new("recommande", "Numéro de l'envoi recommandé", "1A 123 456 7890 1"),
        new("voies_de_recours", "Voies et délais de recours", "Dans le délai de deux mois…"),
    ];

    protected override IReadOnlyList<DonneesDeFusion> Composer(Guid objet, ImpayeARelancer donnees)
    {
        var contenu = new DonneesDeFusion($"{Titre}, {donnees.Numero} — {donnees.Nom}")
        {
            Groupement = donnees.Groupement,
            Collectivite = donnees.Debiteur,
            Destinataire = DestinataireDeDocument.De(donnees.Debiteur.Valeur, donnees.Nom, null, donnees.Adresse),
        };
        contenu
            .Champ("appel_numero", donnees.Numero)
            .Champ("appel_date", Formats.DateLongue(donnees.AppeleLe))
            .Champ("objet", donnees.Objet)
            .Champ("titre", donnees.Titre)
            .Champ("fondement", donnees.Fondement)
            .Champ("montant", donnees.Montant)
            .Champ("paye", donnees.Paye)
            .Champ("reste", donnees.Reste)
            .Champ("echeance", Formats.DateLongue(donnees.Echeance))
            .Champ("comptable", donnees.Comptable)
            .Champ("iban", donnees.Iban)
            .Champ("rang", Math.Max(1, donnees.Rang).ToString(Francais.Culture))
            .Champ("precedente", donnees.PrecedenteLe is { } le ? Formats.DateLongue(le) : null)
            .Champ("delai", donnees.Delai)
            .Champ("consequence", donnees.Consequence)
            .Champ("recommande", donnees.Recommande)
            .Champ("voies_de_recours", donnees.VoiesDeRecours);
        return [contenu];
    }
}

/// <summary>La lettre de relance d'un appel impayé.</summary>
public sealed class LettreDeRelance(IEnumerable<IDonneesDe<ImpayeARelancer>> sources) : LettreDeRecouvrement(sources)
{
    public const string Nature = "contributions.relance";

    public override string Code => Nature;

    public override string Titre => "Relance d'une contribution impayée";
}

/// <summary>La mise en demeure de payer, qui ouvre la dénonciation (RG6.20, RG6.21).</summary>
public sealed class LettreDeMiseEnDemeure(IEnumerable<IDonneesDe<ImpayeARelancer>> sources) : LettreDeRecouvrement(sources)
{
    public const string Nature = "contributions.mise-en-demeure";

    public override string Code => Nature;

    public override string Titre => "Mise en demeure de payer une contribution";
}

/// <summary>La relance livrée avec l'application.</summary>
internal sealed class OrigineLettreDeRelance : IModeleDOrigine
{
    public string Code => LettreDeRelance.Nature;

    public void Composer(Composition page) =>
        Recouvrement
            .Entete(page, "relance n° {{rang}} – {{objet}}")
            .Paragraphe(
                "Sauf erreur de ma part, la somme de **{{reste}}** reste due au titre de la contribution citée en objet, échue le {{echeance}}.{{si precedente}} Une première relance vous a été adressée le {{precedente}}.{{fin si}}"
            )
            .Composer(Recouvrement.Compte)
            .Paragraphe(
                "Je vous remercie de faire procéder à son mandatement. Si le paiement est en cours, veuillez ne pas tenir compte de cette lettre ; si une difficulté l'empêche, dites-la-moi."
            )
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}

/// <summary>La mise en demeure livrée avec l'application : à envoyer en recommandé.</summary>
internal sealed class OrigineLettreDeMiseEnDemeure : IModeleDOrigine
{
    public string Code => LettreDeMiseEnDemeure.Nature;

    public void Composer(Composition page) =>
        Recouvrement
            .Entete(
                page,
                "mise en demeure de payer – {{objet}}",
                "Lettre recommandée avec accusé de réception{{si recommande}} n° {{recommande}}{{fin si}}"
            )
            .Paragraphe(
                "Malgré l'échéance du {{echeance}}{{si precedente}} et la relance du {{precedente}}{{fin si}}, la somme de **{{reste}}** reste due au titre de la contribution citée en objet."
            )
            .Composer(Recouvrement.Compte)
            .Paragraphe(
                "Par la présente, je vous mets en demeure de la régler{{si delai}} dans un délai de **{{delai}}** à compter de la réception de cette lettre{{fin si}}."
            )
            .Si("consequence", p => p.Paragraphe("{{consequence}}"))
            .Si("voies_de_recours", p => p.Section("Voies et délais de recours").Discret("{{voies_de_recours}}"))
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.")
            .Signature();
}

internal static class Recouvrement
{
    public static Composition Entete(Composition page, string objet, params ReadOnlySpan<string> mentions) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet(objet, ["Appel {{appel_numero}} du {{appel_date}}{{si titre}} – titre {{titre}}{{fin si}}", .. mentions])
            .Paragraphe("Madame, Monsieur,");

    public static void Compte(Composition page) =>
        page.Fiche(
            ("Fondement", "{{fondement}}"),
            ("Montant appelé", "{{montant}}"),
            ("Déjà payé", "{{si paye}}{{paye}}{{fin si}}{{si non paye}}néant{{fin si}}"),
            ("Reste dû", "**{{reste}}**"),
            ("Comptable assignataire", "{{comptable}}"),
            ("IBAN", "{{si iban}}{{iban}}{{fin si}}{{si non iban}}voir le titre de recettes{{fin si}}")
        );
}
