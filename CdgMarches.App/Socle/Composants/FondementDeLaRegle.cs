using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Dit ce qui fonde une règle pour l'objet que la page montre, quand l'article change de l'un à l'autre.</summary>
public delegate string FondementDeLaRegle(IRegle regle);
