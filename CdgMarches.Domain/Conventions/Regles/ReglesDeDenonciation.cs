using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>On ne dénonce, ni ne met en demeure, qu'au titre d'une convention conclue.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record ConventionConclueAuPrealable(DateOnly? PremierJour) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => PremierJour is not null;

    public string Message => "La convention n'est pas conclue : abandonnez-la plutôt, ou complétez ses actes.";
}

/// <summary>Une convention dont le dernier jour est passé ne change plus.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record ConventionNonTerminee(DateOnly? DernierJour, DateOnly Jour) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => DernierJour is not { } dernier || Jour <= dernier;

    public string Message =>
        $"La convention a pris fin le {(DernierJour is { } jour ? EnClair.Date(jour) : "—")} : il n'y a plus rien à dénoncer.";
}

/// <summary>Une seule dénonciation à la fois ; tant qu'elle tient, les actes ne changent plus.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record AucuneDenonciationEnCours(DateOnly? EnvoyeeLe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => EnvoyeeLe is null;

    public string Message =>
        $"La convention est déjà dénoncée, par lettre du {(EnvoyeeLe is { } jour ? EnClair.Date(jour) : "—")} : retirez d'abord cette dénonciation.";
}

/// <summary>Il faut une dénonciation pour en constater la réception ou la retirer.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record DenonciationEnvoyeeAuPrealable(bool EstEnvoyee) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => EstEnvoyee;

    public string Message => "Aucune dénonciation n'est en cours : enregistrez d'abord l'envoi de la lettre.";
}

/// <summary>Un avis de réception porte la date dont dépend le délai.</summary>
/// <remarks>RG6.20 ; CPC, art. 668 et 669, par analogie : remise, ou première présentation si la lettre est refusée ou non réclamée.</remarks>
public sealed record AvisDate(IssueDuRecommande Issue, DateOnly? NotifieLe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "CPC, art. 668 et 669, par analogie";

    public string? Champ => Issue is IssueDuRecommande.Remis ? "remis-le" : "presentation";

    public bool EstRespectee => NotifieLe is not null;

    public string Message =>
        Issue is IssueDuRecommande.Remis
            ? "Donnez la date de remise que porte l'avis de réception : le délai court de ce jour."
            : "Donnez la date de première présentation : c'est elle qui vaut notification d'une lettre refusée ou non réclamée.";
}

/// <summary>Une lettre s'envoie, se présente, puis se remet.</summary>
/// <remarks>RG6.20. Le même jour est permis.</remarks>
public sealed record AvisDansLOrdre(DateOnly EnvoyeLe, DateOnly? PresenteLe, DateOnly? RemisLe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "CPC, art. 668 et 669, par analogie";

    public string? Champ => PresenteLe < EnvoyeLe ? "presentation" : "remis-le";

    public bool EstRespectee =>
        (PresenteLe is not { } presente || presente >= EnvoyeLe)
        && (RemisLe is not { } remis || (remis >= EnvoyeLe && (PresenteLe is not { } avant || remis >= avant)));

    public string Message =>
        $"La lettre est partie le {EnClair.Date(EnvoyeLe)} : elle n'a pu être présentée avant, ni remise avant d'être présentée. Corrigez les dates.";
}

/// <summary>Une dénonciation se reçoit pendant que la convention s'applique.</summary>
/// <remarks>RG6.20. Reçue dès le premier jour, elle est valable : le texte ne réserve pas la première durée.</remarks>
public sealed record NotificationPendantLaConvention(DateOnly? NotifieeLe, DateOnly? PremierJour) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => "remis-le";

    public bool EstRespectee => NotifieeLe is not { } jour || PremierJour is not { } premier || jour >= premier;

    public string Message =>
        $"La convention ne prend effet que le {(PremierJour is { } jour ? EnClair.Date(jour) : "—")} : une dénonciation reçue avant ne peut rien dénoncer.";
}

/// <summary>La direction des archives départementales reçoit aussi la dénonciation, par sa propre lettre recommandée.</summary>
/// <remarks>RG6.20 : un point de conformité. L'avis des archives ne change ni le délai ni l'effet.</remarks>
public sealed record ArchivesDepartementalesInformees(bool SontInformees) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Archives;

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => SontInformees;

    public string Message =>
        "La direction des archives départementales n'a pas encore accusé réception de sa lettre recommandée : envoyez-la, ou enregistrez l'avis. La date d'effet n'en dépend pas.";
}

/// <summary>On ne constate que l'avis d'une lettre envoyée.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record LettreAuxArchivesEnvoyee(bool EstEnvoyee) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Archives;

    public bool EstRespectee => EstEnvoyee;

    public string Message => "La lettre aux archives départementales n'est pas enregistrée : saisissez d'abord son envoi.";
}

/// <summary>Une mise en demeure désigne le titre impayé.</summary>
/// <remarks>RG6.21.</remarks>
public sealed record TitreDesigne(string Titre, int AuPlus) : IRegle
{
    public string Code => "RG6.21";

    public string Fondement => ArticlesDAcces.MiseEnDemeure;

    public string? Champ => "titre";

    public bool EstRespectee => Titre.Length > 0 && Titre.Length <= AuPlus;

    public string Message =>
        $"Donnez le numéro du titre de recettes impayé, en {AuPlus.ToString(Francais.Culture)} caractères au plus.";
}

/// <summary>On met en demeure une fois la date limite de paiement passée.</summary>
/// <remarks>RG6.21 : titre émis, échéance passée.</remarks>
public sealed record TitreEchuAvantLaMiseEnDemeure(DateOnly TitreEchuLe, DateOnly EnvoyeeLe) : IRegle
{
    public string Code => "RG6.21";

    public string Fondement => ArticlesDAcces.MiseEnDemeure;

    public string? Champ => "titre-echu-le";

    public bool EstRespectee => TitreEchuLe < EnvoyeeLe;

    public string Message =>
        $"Le titre reste payable jusqu'au {EnClair.Date(TitreEchuLe)} : la mise en demeure part après ce jour.";
}

/// <summary>Dénoncer pour défaut de paiement suppose une mise en demeure notifiée.</summary>
/// <remarks>RG6.21. La convention ne définit pas le défaut de paiement ; cette étape est le choix prudent.</remarks>
public sealed record MiseEnDemeureNotifieeAuPrealable(bool EstChoisie, DateOnly? NotifieeLe) : IRegle
{
    public string Code => "RG6.21";

    public string Fondement => ArticlesDAcces.MiseEnDemeure;

    public string? Champ => "mise-en-demeure";

    public bool EstRespectee => EstChoisie && NotifieeLe is not null;

    public string Message =>
        EstChoisie
            ? "L'avis de réception de la mise en demeure n'est pas enregistré : sans lui, le délai de paiement n'a pas couru."
            : "Choisissez la mise en demeure restée sans effet : sans elle, le défaut de paiement n'est pas établi.";
}

/// <summary>Le délai laissé pour payer est passé quand la dénonciation part.</summary>
/// <remarks>RG6.21. Le dernier jour pour payer court jusqu'à 24 h : la lettre part le lendemain au plus tôt.</remarks>
public sealed record DelaiDeLaMiseEnDemeurePasse(DateOnly? DernierJourPourPayer, DateOnly EnvoyeeLe) : IRegle
{
    public string Code => "RG6.21";

    public string Fondement => ArticlesDAcces.MiseEnDemeure;

    public string? Champ => "envoyee-le";

    public bool EstRespectee => DernierJourPourPayer is not { } dernier || EnvoyeeLe > dernier;

    public string Message =>
        $"La collectivité peut payer jusqu'au {(DernierJourPourPayer is { } jour ? EnClair.Date(jour) : "—")} inclus : la dénonciation part le lendemain au plus tôt.";
}

/// <summary>Un impayé réglé ne fonde plus de dénonciation, et ne se règle pas deux fois.</summary>
/// <remarks>RG6.21.</remarks>
public sealed record ImpayeNonRegularise(DateOnly? RegulariseeLe) : IRegle
{
    public string Code => "RG6.21";

    public string Fondement => ArticlesDAcces.Denonciation(AuteurDeDenonciation.CdgPourDefautDePaiement);

    public string? Champ => "mise-en-demeure";

    public bool EstRespectee => RegulariseeLe is null;

    public string Message =>
        $"Cet impayé a été réglé le {(RegulariseeLe is { } jour ? EnClair.Date(jour) : "—")} : il n'y a plus de défaut de paiement.";
}

/// <summary>L'accord qui retire une dénonciation la suit.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record AccordApresLaDenonciation(DateOnly Jour, DateOnly? EnvoyeeLe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Ordre des actes";

    public string? Champ => "retiree-le";

    public bool EstRespectee => EnvoyeeLe is not { } envoyee || Jour >= envoyee;

    public string Message =>
        $"L'accord du {EnClair.Date(Jour)} précède la dénonciation qu'il retire, envoyée le {EnClair.Date(EnvoyeeLe!.Value)} : corrigez la date.";
}

/// <summary>Retirer une dénonciation dont les documents sont déjà rendus se fait en connaissance de cause.</summary>
/// <remarks>RG6.20. Le motif du retrait vaut motif de passer outre.</remarks>
public sealed record DocumentsNonRendus(DateOnly? RendusLe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Restitution;

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif-retrait";

    public bool EstRespectee => RendusLe is null;

    public string Message =>
        $"Les documents ont été rendus contre reçu le {EnClair.Date(RendusLe!.Value)} : la convention reprendrait sans eux. Dites dans le motif comment ils reviennent.";
}

/// <summary>On n'inscrit au registre que la lettre d'un acte enregistré.</summary>
/// <remarks>RG6.20.</remarks>
public sealed record LettreEnvoyeeAvantLeRegistre(bool Existe) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Registre des courriers";

    public bool EstRespectee => Existe;

    public string Message => "Cette lettre n'est pas enregistrée : saisissez d'abord son envoi.";
}

/// <summary>Une lettre n'est qu'un courrier du registre.</summary>
/// <remarks>RG6.20 : deux courriers diraient deux dates de notification.</remarks>
public sealed record LettrePasEncoreAuRegistre(bool EstInscrite) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Registre des courriers";

    public bool EstRespectee => !EstInscrite;

    public string Message => "Cette lettre est déjà au registre des courriers : notez-y ses dates.";
}

/// <summary>Un courrier du registre ne porte qu'une lettre : chaque destinataire a son avis.</summary>
/// <remarks>RG6.20 : les archives départementales reçoivent leur propre lettre.</remarks>
public sealed record CourrierDUneSeuleLettre(bool EstPris) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Registre des courriers";

    public bool EstRespectee => !EstPris;

    public string Message =>
        "Ce courrier du registre est déjà une autre lettre de la convention : choisissez le bon, ou laissez-en enregistrer un nouveau.";
}
