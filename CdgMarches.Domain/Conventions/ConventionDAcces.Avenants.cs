using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <content>Le texte de la convention et ses avenants (convention d'accès, art. 5).</content>
public sealed partial class ConventionDAcces
{
    private readonly List<Avenant> _avenants = [];

    public IReadOnlyList<Avenant> Avenants => _avenants;

    /// <summary>Le texte signé à l'origine ; nul tant qu'il n'est pas enregistré.</summary>
    public string? TexteInitial { get; private set; }

    /// <summary>Les durées et les délais en vigueur ce jour-là : ceux du dernier avenant qui les change, à défaut ceux d'origine.</summary>
    public ReglesDAcces ReglesAu(DateOnly jour) => Dernier(a => a.EstEnVigueur(jour) && a.Regles is not null)?.Regles ?? Regles;

    /// <summary>Les durées et les délais après tous les avenants conclus, même à venir : ce dont les termes se tirent.</summary>
    private ReglesDAcces DernieresRegles => ReglesAu(DateOnly.MaxValue);

    /// <summary>Le texte consolidé en vigueur ce jour-là.</summary>
    public string? TexteAu(DateOnly jour) => Dernier(a => a.EstEnVigueur(jour) && a.Texte is not null)?.Texte ?? TexteInitial;

    public Verdict PeutDeposerLeTexte() =>
        Verdict.De(
            new ConventionNonAbandonnee(AbandonneeLe),
            new TexteFige(TexteInitial is not null && Actes.DerniereSignature is not null)
        );

    /// <summary>Enregistre le texte d'origine : une fois signé, il ne change plus que par avenant.</summary>
    public void DeposerLeTexte(string? texte)
    {
        PeutDeposerLeTexte().Exiger();
        var propre = Propre(texte);
        if (TexteInitial != propre)
        {
            TexteInitial = propre;
            Signaler(new TexteDeConventionDepose(Collectivite));
        }
    }

    /// <param name="objet">Ce que l'avenant change.</param>
    /// <param name="texte">Le texte consolidé ; nul s'il n'y touche pas.</param>
    /// <param name="regles">Les durées et les délais qu'il fixe ; nuls s'il n'y touche pas.</param>
    /// <param name="jour">Le jour du CDG.</param>
    public Verdict PeutPreparerUnAvenant(string? objet, string? texte, ReglesDAcces? regles, DateOnly jour) =>
        Verdict
            .De(
                new AvenantPrecedentConclu(Propre(texte) is null ? null : TexteEnAttente(avant: int.MaxValue)),
                new ConventionConclueAuPrealable(PremierJour),
                new AvenantPendantLaConvention(DernierJour, jour),
                new ObjetDAvenant(objet, Avenant.LongueurDeLObjet)
            )
            .Et(regles?.Examiner() ?? Verdict.Favorable);

    /// <returns>Le numéro de l'avenant.</returns>
    public int PreparerUnAvenant(string? objet, string? texte, ReglesDAcces? regles, DateOnly jour)
    {
        PeutPreparerUnAvenant(objet, texte, regles, jour).Exiger();
        var avenant = new Avenant(_avenants.Count + 1, objet!.Trim(), Propre(texte), regles);
        _avenants.Add(avenant);
        Signaler(new AvenantPrepare(Collectivite, avenant.EnClair()));
        return avenant.Numero;
    }

    /// <summary>Le premier avenant, avant un rang donné, qui change le texte et n'est pas conclu.</summary>
    private int? TexteEnAttente(int avant) =>
        _avenants.Find(a => a.Numero < avant && a.Texte is not null && !a.EstConclu)?.Numero;

    public Verdict PeutRediger(int numero, DateOnly jour) =>
        Verdict.De(new AvenantNonSigne(AvenantDe(numero).EstSigne), new AvenantPendantLaConvention(DernierJour, jour));

    /// <summary>Corrige l'objet et le texte d'un avenant que personne n'a signé.</summary>
    public void RedigerLAvenant(int numero, string? objet, string? texte, ReglesDAcces? regles, DateOnly jour)
    {
        PeutRediger(numero, jour)
            .Et(Verdict.De(new ObjetDAvenant(objet, Avenant.LongueurDeLObjet)))
            .Et(regles?.Examiner() ?? Verdict.Favorable)
            .Exiger();
        var avenant = AvenantDe(numero);
        avenant.Rediger(objet!.Trim(), Propre(texte), regles);
        Signaler(new AvenantRedige(Collectivite, avenant.EnClair()));
    }

    /// <summary>Ce qui reste à mettre en ordre dans un avenant avant de le signer, à dire sans attendre.</summary>
    public Verdict ContenuDeLAvenant(int numero) =>
        Verdict.De(
            new AvenantQuiChangeQuelqueChose(SeSigne: true, EstVide(AvenantDe(numero))),
            new ReglesDitesParLeTexte(NonDites(AvenantDe(numero)))
        );

    public Verdict PeutDaterLAvenant(int numero, DateOnly? collectivite, DateOnly? cdg, DateOnly? effet, DateOnly aujourdhui)
    {
        var avenant = AvenantDe(numero);
        var entier = collectivite is not null && cdg is not null && effet is not null;
        return Verdict.De(
            new AvenantQuiChangeQuelqueChose(collectivite is not null || cdg is not null, EstVide(avenant)),
            new AvenantPrecedentConclu(avenant.Texte is null ? null : TexteEnAttente(avant: numero)),
            new ActePasAVenir("avenant-collectivite", "La signature de la collectivité", collectivite, aujourdhui),
            new ActePasAVenir("avenant-cdg", "La signature du CDG", cdg, aujourdhui),
            new AvenantApresLaConvention(
                "avenant-collectivite",
                "La signature de la collectivité",
                collectivite,
                Actes.DerniereSignature
            ),
            new AvenantApresLaConvention("avenant-cdg", "La signature du CDG", cdg, Actes.DerniereSignature),
            new EffetDAvenantPendantLaConvention(effet, PeriodeEnVigueur),
            new EffetDAvenantApresLesSignatures(effet, collectivite, cdg),
            new ReglesDitesParLeTexte(entier ? NonDites(avenant) : []),
            new AucuneDenonciationEnCours(avenant.EstConclu ? DenonciationEnCours?.Lettre.EnvoyeLe : null),
            new AvenantConcluGardeSesDates(avenant.EstConclu, entier),
            new CorrectionDAvenantMotivee(
                avenant.EstConclu,
                (collectivite, cdg, effet) != (avenant.SigneParLaCollectiviteLe, avenant.SigneParLeCdgLe, avenant.Effet)
            )
        );
    }

    /// <summary>Enregistre les signatures et l'effet d'un avenant ; conclu, il change le texte et les délais à sa date.</summary>
    /// <remarks>Conclu, ses dates se corrigent encore, avec un motif.</remarks>
    /// <param name="numero">Son numéro.</param>
    /// <param name="collectivite">La signature de la collectivité.</param>
    /// <param name="cdg">La signature du CDG.</param>
    /// <param name="effet">Sa date d'effet.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="motif">Où les parties conviennent de ce que le texte consolidé ne dit pas ; conclu, pourquoi ses dates se corrigent.</param>
    public void DaterLAvenant(
        int numero,
        DateOnly? collectivite,
        DateOnly? cdg,
        DateOnly? effet,
        DateOnly aujourdhui,
        string? motif = null
    )
    {
        PeutDaterLAvenant(numero, collectivite, cdg, effet, aujourdhui).Exiger(motif);
        var avenant = AvenantDe(numero);
        var (avant, etaitConclu) = (avenant.DatesEnClair, avenant.EstConclu);
        avenant.Dater(collectivite, cdg, effet);
        Recalculer();
        Signaler(
            etaitConclu ? new AvenantCorrige(Collectivite, avenant.EnClair(), avant, avenant.DatesEnClair, motif)
            : avenant.EstConclu ? new AvenantConclu(Collectivite, avenant.EnClair(), effet!.Value, Propre(motif))
            : new AvenantDate(Collectivite, avenant.EnClair())
        );
    }

    /// <summary>Vrai quand l'avenant laisse le texte et les règles comme il les trouve.</summary>
    private bool EstVide(Avenant avenant) =>
        (avenant.Texte is null || avenant.Texte == TexteSans(avenant))
        && (avenant.Regles is null || avenant.Regles == ReglesSans(avenant));

    /// <summary>Ce que l'avenant change sans que son texte le dise ; rien une fois qu'il est conclu.</summary>
    private IReadOnlyList<string> NonDites(Avenant avenant) =>
        avenant is { EstConclu: false, Regles: { } regles }
            ? ReglesDansLeTexte.NonDites(ReglesSans(avenant), regles, avenant.Texte)
            : [];

    private ReglesDAcces ReglesSans(Avenant avenant) =>
        Dernier(a => a != avenant && a.EstConclu && a.Regles is not null)?.Regles ?? Regles;

    private string? TexteSans(Avenant avenant) =>
        Dernier(a => a != avenant && a.EstConclu && a.Texte is not null)?.Texte ?? TexteInitial;

    private Avenant? Dernier(Func<Avenant, bool> retenu) =>
        _avenants.Where(retenu).OrderBy(a => a.Effet).ThenBy(a => a.Numero).LastOrDefault();

    /// <exception cref="AvenantInconnuException">La convention n'a pas d'avenant de ce numéro.</exception>
    public Avenant AvenantDe(int numero) => _avenants.Find(a => a.Numero == numero) ?? throw new AvenantInconnuException(numero);

    private static string? Propre(string? texte) =>
        string.IsNullOrWhiteSpace(texte) ? null : texte.ReplaceLineEndings("\n").Trim();
}

/// <summary>La convention n'a pas d'avenant de ce numéro.</summary>
public sealed class AvenantInconnuException(int numero)
    : Exception($"Cette convention n'a pas d'avenant n° {numero.ToString(Francais.Culture)}.");
