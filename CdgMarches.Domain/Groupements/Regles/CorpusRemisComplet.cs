using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Qui entre reçoit la convention et chaque avenant en vigueur.</summary>
/// <remarks>
/// RG1.20. Le nouveau membre adhère de plein droit aux stipulations et décisions opposables : il faut les lui remettre. Entrer avec
/// un corpus incomplet reste possible sur motif, la remise se faisant alors autrement.
/// </remarks>
public sealed record CorpusRemisComplet(CorpusEnVigueur Corpus) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "motif-effet";

    public bool EstRespectee => Corpus.EstComplet;

    public string Message =>
        (
            Corpus.Documents.Count == 0
                ? "Le corpus opposable est vide : le nouveau membre ne recevrait aucun document."
                : $"Il manque au corpus opposable {string.Join(" ; ", Corpus.Manquent)}."
        )
        + " Déposez ce qui manque sous l'onglet Convention, « Documents opposables », ou dites comment le nouveau membre le reçoit ; l'histoire le garde.";
}
