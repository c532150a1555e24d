using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <content>Ce qui se déclare par année ou par période : effectifs, populations, affiliation au CDG.</content>
public sealed partial class Collectivite
{
    private readonly List<Effectif> _effectifs = [];
    private readonly List<Population> _populations = [];
    private readonly List<Affiliation> _affiliations = [];

    public IReadOnlyList<Effectif> Effectifs => _effectifs;

    public IReadOnlyList<Population> Populations => _populations;

    public IReadOnlyList<Affiliation> Affiliations => _affiliations;

    public Effectif? EffectifDe(int annee) => _effectifs.Find(e => e.Annee == annee);

    public Population? PopulationDe(int annee) => _populations.Find(p => p.Annee == annee);

    /// <summary>La population qui range dans une strate ; null si elle manque, jamais la municipale à sa place (RG6.29).</summary>
    public int? PopulationPourStrate(int annee) => PopulationDe(annee)?.Totale;

    /// <summary>Affiliée au CDG ce jour-là (RG6.28).</summary>
    public bool EstAffiliee(DateOnly jour) => _affiliations.Exists(a => a.EstEnVigueur(jour));

    public Verdict PeutDeclarer(DeclarationDEffectif declaration) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new AnneePlausible("annee", declaration.Annee),
                    new NombrePlausible("agents", "Le nombre d'agents", declaration.Agents, Effectif.Maximum),
                    new TexteBorne(
                        "definition",
                        "la définition",
                        Texte.Net(declaration.Definition),
                        IdentiteDeCollectivite.LongueurDesLignes
                    ),
                    new TexteBorne(
                        "source",
                        "la source",
                        Texte.Net(declaration.Source),
                        IdentiteDeCollectivite.LongueurDesLignes
                    ),
                    new DatePlausible("declare-le", "La date de la déclaration", declaration.DeclareLe)
                )
            );

    /// <summary>Déclare ou corrige l'effectif d'une année.</summary>
    /// <returns>Faux quand la déclaration ne change rien.</returns>
    public bool DeclarerEffectif(DeclarationDEffectif declaration)
    {
        PeutDeclarer(declaration).Exiger();
        var existant = EffectifDe(declaration.Annee);
        if (existant?.EstIdentique(declaration) is true)
        {
            return false;
        }

        var avant = existant is null ? null : EnClair(existant);
        if (existant is null)
        {
            existant = new Effectif(declaration);
            _effectifs.Add(existant);
        }
        else
        {
            existant.Remplacer(declaration);
        }

        Signaler(new EffectifDeclare(Id, declaration.Annee, avant, EnClair(existant)));
        return true;
    }

    public void RetirerEffectif(int annee)
    {
        PeutModifier().Exiger();
        if (EffectifDe(annee) is { } effectif)
        {
            _effectifs.Remove(effectif);
            Signaler(new EffectifRetire(Id, annee, EnClair(effectif)));
        }
    }

    public Verdict PeutRenseigner(DeclarationDePopulation declaration) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new AnneePlausible("annee-population", declaration.Annee),
                    new UnePopulationAuMoins(declaration.Totale, declaration.Municipale),
                    new NombrePlausible("population-totale", "La population totale", declaration.Totale, Population.Maximum),
                    new NombrePlausible(
                        "population-municipale",
                        "La population municipale",
                        declaration.Municipale,
                        Population.Maximum
                    ),
                    new TexteBorne(
                        "source-population",
                        "la source",
                        Texte.Net(declaration.Source),
                        IdentiteDeCollectivite.LongueurDesLignes
                    )
                )
            );

    /// <summary>Renseigne ou corrige les populations d'une année.</summary>
    /// <returns>Faux quand la déclaration ne change rien.</returns>
    public bool RenseignerPopulation(DeclarationDePopulation declaration)
    {
        PeutRenseigner(declaration).Exiger();
        var existante = PopulationDe(declaration.Annee);
        if (existante?.EstIdentique(declaration) is true)
        {
            return false;
        }

        var avant = existante is null ? null : EnClair(existante);
        if (existante is null)
        {
            existante = new Population(declaration);
            _populations.Add(existante);
        }
        else
        {
            existante.Remplacer(declaration);
        }

        Signaler(new PopulationRenseignee(Id, declaration.Annee, avant, EnClair(existante)));
        return true;
    }

    public void RetirerPopulation(int annee)
    {
        PeutModifier().Exiger();
        if (PopulationDe(annee) is { } population)
        {
            _populations.Remove(population);
            Signaler(new PopulationRetiree(Id, annee, EnClair(population)));
        }
    }

    public Verdict PeutAffilier(DateOnly debut, DateOnly? fin) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new DatePlausible("affiliation-debut", "Le début de l'affiliation", debut),
                    new DatePlausible("affiliation-fin", "La fin de l'affiliation", fin),
                    new FinApresDebut("affiliation-fin", debut, fin),
                    new AffiliationsSansChevauchement(debut, fin, [.. _affiliations.Where(a => a.Debut != debut)])
                )
            );

    /// <summary>Enregistre une période d'affiliation, ou corrige celle qui commence ce jour-là.</summary>
    public bool Affilier(DateOnly debut, DateOnly? fin, NatureDAffiliation nature)
    {
        PeutAffilier(debut, fin).Exiger();
        var existante = _affiliations.Find(a => a.Debut == debut);
        if (existante is not null && (existante.Fin, existante.Nature) == (fin, nature))
        {
            return false;
        }

        var avant = existante is null ? null : EnClair(existante);
        if (existante is null)
        {
            existante = new Affiliation(debut, fin, nature);
            _affiliations.Add(existante);
        }
        else
        {
            (existante.Fin, existante.Nature) = (fin, nature);
        }

        Signaler(new AffiliationChangee(Id, avant, EnClair(existante)));
        return true;
    }

    public void RetirerAffiliation(DateOnly debut)
    {
        PeutModifier().Exiger();
        if (_affiliations.Find(a => a.Debut == debut) is { } affiliation)
        {
            _affiliations.Remove(affiliation);
            Signaler(new AffiliationChangee(Id, EnClair(affiliation), null));
        }
    }

    private static string EnClair(Effectif e) =>
        string.Join(
            ", ",
            new[] { $"{e.Agents.ToString("N0", Francais.Culture)} agents", e.Definition, e.Source, Jour(e.DeclareLe) }.Where(t =>
                t is not null
            )
        );

    private static string EnClair(Population p) =>
        string.Join(
            ", ",
            new[] { $"totale {Nombre(p.Totale)}", $"municipale {Nombre(p.Municipale)}", p.Source }.Where(t => t is not null)
        );

    private static string EnClair(Affiliation a) =>
        a.Fin is null
            ? $"{a.Nature.Libelle()}, depuis le {Jour(a.Debut)}"
            : $"{a.Nature.Libelle()}, du {Jour(a.Debut)} au {Jour(a.Fin)}";

    private static string Nombre(int? nombre) => nombre?.ToString("N0", Francais.Culture) ?? "inconnue";

    private static string? Jour(DateOnly? jour) => jour?.ToString("dd/MM/yyyy", Francais.Culture);
}
